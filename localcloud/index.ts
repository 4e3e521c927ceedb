import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Cashier } from './cashier';
import { LocalClock } from './clock';
import { Faults } from './faults';
import { StorageActions } from './files/actions';
import { FileStore } from './files/file-store';
import { FileRoutes } from './files/http';
import { FunctionInvoker } from './functions/invoker';
import { InvocationJournal } from './functions/journal';
import { WorkerPool } from './functions/pool';
import { readInvokeRules } from './functions/rules';
import { type ActionParts, formAction, jsonActions } from './gateway/actions';
import { type CallParts, callAs } from './gateway/call';
import type { Person } from './gateway/people';
import { routesOf } from './gateway/routes';
import { Meter } from './meter';
import { OpenApi } from './openapi';
import { WechatDesk } from './openapi/desk';
import { PayPlatform } from './pay';
import { LocalServer } from './server';
import type { DatabaseDeclaration } from './store/catalogue';
import { openStore, type Store } from './store/store';
import { storeBackend } from './store-backend';
import { Timers } from './timers';
import { Admin } from './wire/admin';

export type { Person } from './gateway/people';
export type { PaymentView, PayOptions } from './pay';

const ENV_ID = 'local-env';
const BUCKET = '6c6f-local-env';
const APPID = 'wx00000000local001';
const REGION = 'ap-shanghai';
const DEFAULT_WORKERS = 4;
/** How often owed payment callbacks are looked for, when timers run by themselves. */
const CALLBACK_TICK_MS = 1_000;

export interface LocalcloudOptions {
  /** 0, the default: any free port. */
  port?: number;
  /** Absent: everything in memory. */
  dataDir?: string;
  /** Holds `<name>/{index.js,config.json}`. */
  functionsDir: string;
  /** Collections, indexes, and `functions`: who may invoke what. */
  databaseFile: string;
  /** The built browser client, served at `/`. */
  staticDir?: string;
  people?: Person[];
  workers?: number;
  /** Fire timer triggers and repeat payment callbacks by themselves; false by default: tests say when. */
  timers?: boolean;
  /** Where the clock starts, epoch ms; the machine's time by default. */
  startAtMs?: number;
  /** Name on the cashier page. */
  merchant?: string;
}

export interface Localcloud {
  port: number;
  /** http://127.0.0.1:port */
  url: string;
  store: Store;
  clock: LocalClock;
  faults: Faults;
  meter: Meter;
  pay: PayPlatform;
  wechat: WechatDesk;
  journal: InvocationJournal;
  /** Calls a function as the gateway does for a mini-program; `source` other than wx_client plays the platform. */
  invoke(functionName: string, event: unknown, context?: { openid?: string; source?: string }): Promise<unknown>;
  /** Sends the payment callbacks that are due, then runs each timer trigger once. */
  fireTimers(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts WeChat's and CloudBase's part on one loopback port. */
export async function startLocalcloud(options: LocalcloudOptions): Promise<Localcloud> {
  // Functions run in UTC in production; the time zone is the process's, not the worker's.
  process.env.TZ = 'UTC';
  const clock = new LocalClock(options.startAtMs);
  const nowMs = () => clock.nowMs();
  const address = { url: '' };
  const store = openDatabase(options, nowMs);
  const [faults, meter, journal] = [new Faults(), new Meter(), new InvocationJournal(nowMs)];
  const secretId = `AKIDlocal${randomBytes(12).toString('hex')}`;
  const pool = new WorkerPool(options.workers ?? DEFAULT_WORKERS, warnOfTimezone());
  const invoker = new FunctionInvoker({
    functionsDir: path.resolve(options.functionsDir),
    rules: readInvokeRules(options.databaseFile),
    pool,
    journal,
    environment: () => ({
      adminUrl: `${address.url}/admin`,
      envId: ENV_ID,
      appid: APPID,
      region: REGION,
      secretId,
      clockOffsetMs: clock.offsetMs(),
    }),
    onStart: ({ id, functionName }) => meter.begin(id, functionName),
  });
  faults.onCrash = (invocationId) => void invoker.kill(invocationId);

  const backend = storeBackend(store);
  const wechat = await WechatDesk.open(backend, nowMs);
  const pay = await PayPlatform.open(backend, {
    appid: APPID,
    nowMs,
    call: (functionName, event) => invoker.invoke({ functionName, event, source: 'wx_paycallback' }),
  });
  const timers = new Timers(options.functionsDir, nowMs, (functionName, event) =>
    invoker.invoke({ functionName, event, source: 'wx_trigger' }),
  );
  const files = new FileStore(`${ENV_ID}.${BUCKET}`, options.dataDir && path.join(options.dataDir, 'files'));
  const storage = new StorageActions(files, () => address.url, nowMs);
  const openapi = new OpenApi(wechat, APPID, () => address.url);
  const people = options.people ?? [];
  const call: CallParts = { invoker, desk: wechat, people, appid: APPID };
  const admin = openAdmin(
    { store, faults, meter, secretId },
    { invoker, journal, storage, openapi, pay, functionsDir: options.functionsDir },
  );
  const fireTimers = async () => {
    await pay.deliverDue();
    await timers.fireAll();
  };
  const costOf = (invocationId: string) => meter.of(invocationId);
  const server = new LocalServer(
    routesOf({
      admin,
      call,
      local: { people, desk: wechat, files, nowMs },
      files: new FileRoutes(files, storage, nowMs),
      cashier: new Cashier(pay, options.merchant ?? '邻礼'),
      inspector: { people, clock, desk: wechat, pay, store, journal, timers, costOf, fireTimers },
      staticDir: options.staticDir,
    }),
  );
  const port = await server.listen(options.port ?? 0);
  address.url = `http://127.0.0.1:${port}`;
  const ticker = options.timers === true ? startTicking(timers, pay) : undefined;

  return {
    port,
    url: address.url,
    ...{ store, clock, faults, meter, pay, wechat, journal, fireTimers },
    invoke: (functionName, event, { openid, source = 'wx_client' } = {}) =>
      source === 'wx_client' && openid !== undefined
        ? callAs(call, functionName, event, openid)
        : invoker.invoke({ functionName, event, source, ...(openid === undefined ? {} : { openid }) }),
    async stop() {
      clearInterval(ticker);
      timers.stop();
      await server.close();
      await pool.close();
      await faults.settle();
      await store.close();
    },
  };
}

function openDatabase({ dataDir, databaseFile }: LocalcloudOptions, clock: () => number): Store {
  const declaration = JSON.parse(readFileSync(databaseFile, 'utf8')) as DatabaseDeclaration;
  const dir = dataDir === undefined ? undefined : path.join(dataDir, 'db');
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const store = openStore({ clock, ...(dir === undefined ? {} : { dataDir: dir }) });
  store.declare(declaration);
  return store;
}

function openAdmin(engine: ConstructorParameters<typeof Admin>[0], parts: ActionParts): Admin {
  const admin = new Admin(engine);
  for (const [name, action] of Object.entries(jsonActions(parts))) admin.registerAction(name, action);
  admin.registerForms((body, contentType, context) => formAction(parts, body, contentType, context));
  return admin;
}

function startTicking(timers: Timers, pay: PayPlatform): NodeJS.Timeout {
  timers.start();
  return setInterval(() => void pay.deliverDue(), CALLBACK_TICK_MS).unref();
}

function warnOfTimezone(): (offsetMinutes: number) => void {
  let warned = false;
  return (offsetMinutes) => {
    if (!warned) console.warn(`localcloud: functions run ${-offsetMinutes} minutes off UTC; start with TZ=UTC`);
    warned = true;
  };
}
