import { randomBytes } from 'node:crypto';
import type { LocalClock } from './clock';
import { type EngineParts, openEngine } from './engine';
import type { Faults } from './faults';
import { type FunctionParts, openFunctions } from './functions';
import type { InvocationJournal } from './functions/journal';
import { openAdmin } from './gateway/actions';
import { callAs } from './gateway/call';
import { openGateway } from './gateway/routes';
import type { Meter } from './meter';
import type { WechatDesk } from './openapi/desk';
import { APPID, type LocalcloudOptions } from './options';
import type { PayPlatform } from './pay';
import type { Transfers } from './pay/transfers';
import { openPlatform, type PlatformParts } from './platform';
import type { Store } from './store/store';
import type { Traffic } from './wire/traffic';

export type { Person } from './gateway/people';
export type { LocalcloudOptions } from './options';
export type { PaymentView, PayOptions } from './pay';

/** How often owed payment callbacks are looked for, when timers run by themselves. */
const CALLBACK_TICK_MS = 1_000;

export interface Localcloud {
  port: number;
  /** http://127.0.0.1:port */
  url: string;
  store: Store;
  clock: LocalClock;
  faults: Faults;
  meter: Meter;
  pay: PayPlatform;
  transfers: Transfers;
  wechat: WechatDesk;
  journal: InvocationJournal;
  /** Database requests, counted; set its `limits` to have the free plan's enforced. */
  traffic: Traffic;
  /** Calls a function as the gateway does for a mini-program; `source` other than wx_client plays the platform. */
  invoke: Invoke;
  /** Sends the payment callbacks that are due, then runs each timer trigger once. */
  fireTimers(): Promise<void>;
  stop(): Promise<void>;
}

export type Invoke = (
  functionName: string,
  event: unknown,
  context?: { openid?: string; source?: string },
) => Promise<unknown>;

/** Starts WeChat's and CloudBase's part on one loopback port. */
export async function startLocalcloud(options: LocalcloudOptions): Promise<Localcloud> {
  const address = { url: '' };
  const baseUrl = () => address.url;
  const secretId = `AKIDlocal${randomBytes(12).toString('hex')}`;
  const engine = openEngine(options);
  let variables: Readonly<Record<string, string>> = {};
  const functions = openFunctions(options, engine, secretId, baseUrl, () => variables);
  try {
    const platform = await openPlatform(options, engine, functions.invoker, baseUrl);
    const admin = openAdmin({ ...engine, secretId }, { ...engine, ...functions, ...platform, ...options });
    const fireTimers = async () => {
      await platform.pay.deliverDue();
      await platform.timers.fireAll();
    };
    const server = openGateway(options, { ...engine, ...functions, ...platform, admin, fireTimers });
    const port = await server.listen(options.port ?? 0);
    address.url = `http://127.0.0.1:${port}`;
    variables = options.environment?.({ url: address.url, merchant: platform.transfers.keys() }) ?? {};
    const stopTicking = options.timers === true ? startTicking(platform) : () => undefined;
    const { store, clock, faults, meter, journal } = engine;
    return {
      ...{ port, url: address.url, store, clock, faults, meter, journal, fireTimers },
      ...{ traffic: admin.traffic, pay: platform.pay, wechat: platform.wechat },
      transfers: platform.transfers,
      invoke: invokeFor(functions, platform),
      async stop() {
        stopTicking();
        await server.close();
        await functions.pool.close();
        // Nothing may reach for the database once it is closed.
        await platform.pay.settle();
        await closeEngine(engine);
      },
    };
  } catch (error) {
    await functions.pool.close();
    await closeEngine(engine);
    throw error;
  }
}

function invokeFor({ invoker }: FunctionParts, { wechat }: PlatformParts): Invoke {
  const gateway = { invoker, desk: wechat, people: [], appid: APPID };
  return (functionName, event, { openid, source = 'wx_client' } = {}) => {
    if (source === 'wx_client' && openid !== undefined) return callAs(gateway, functionName, event, openid);
    return invoker.invoke({ functionName, event, source, ...(openid === undefined ? {} : { openid }) });
  };
}

function startTicking({ timers, pay }: PlatformParts): () => void {
  timers.start();
  const ticker = setInterval(() => void pay.deliverDue().catch(report), CALLBACK_TICK_MS);
  ticker.unref();
  return () => {
    timers.stop();
    clearInterval(ticker);
  };
}

function report(error: unknown): void {
  console.error('localcloud: callbacks', error);
}

async function closeEngine({ faults, store }: EngineParts): Promise<void> {
  await faults.settle();
  await store.close();
}
