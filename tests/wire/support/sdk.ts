import { type ChildProcess, fork } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Faults } from '../../../localcloud/faults';
import { Meter } from '../../../localcloud/meter';
import { openStore, type Store } from '../../../localcloud/store/store';
import { Admin } from '../../../localcloud/wire/admin';
import { createAdminServer } from '../../../localcloud/wire/server';

/** The SDK versions that must work, unmodified. */
export const SDKS = ['wx-server-sdk', 'wx-server-sdk-3'] as const;

/** What a function sent to the child gets; the SDK's own typings lack half of it. */
// biome-ignore lint/suspicious/noExplicitAny: the SDK under test is driven as its users do, beyond its typings
export type Sdk = { cloud: any; db: any; _: any; $: any };

export interface SeenError {
  message: string;
  own: { errCode?: number; errMsg?: string; code?: string };
  keys: string[];
}

export interface Cloud {
  store: Store;
  admin: Admin;
  faults: Faults;
  meter: Meter;
  url: string;
  stop(): Promise<void>;
}

export const SECRET_ID = 'AKIDlocal';

export async function startCloud(dataDir?: string, clock: () => number = Date.now): Promise<Cloud> {
  const store = openStore({ clock, ...(dataDir === undefined ? {} : { dataDir }) });
  const faults = new Faults();
  const meter = new Meter();
  const admin = new Admin({ store, faults, meter, secretId: SECRET_ID });
  const server = createAdminServer(admin);
  const port = await listen(server);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
  };
  return { store, admin, faults, meter, url: `http://127.0.0.1:${port}/admin`, stop };
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** The environment of a function's process (platform-protocol, 1.1). */
export const functionEnvironment = (url: string, token = 'tok'): Record<string, string | undefined> => ({
  PATH: process.env.PATH,
  TZ: 'UTC',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: SECRET_ID,
  TENCENTCLOUD_SECRETKEY: 'secret',
  TENCENTCLOUD_SESSIONTOKEN: 'session',
  SCF_NAMESPACE: 'linli-local',
  TCB_ENV: 'linli-local',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  TCB_SEQID: 'seq1',
  TCB_SOURCE: 'wx_client',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
  WX_OPENID: 'o_resident',
  WX_APPID: 'wx0000',
  WX_API_TOKEN: token,
});

interface Reply {
  id?: number;
  value?: unknown;
  error?: SeenError;
}

/** A child process that holds one SDK; functions are sent to it as source, so they may use nothing from around them. */
export class SdkProcess {
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  private nextId = 1;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, value, error }: Reply) => {
      const waiter = this.waiting.get(id ?? 0);
      this.waiting.delete(id ?? 0);
      if (error) waiter?.reject(error);
      else waiter?.resolve(value);
    });
    child.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the SDK process ended'));
    });
  }

  static async start(sdk: string, url: string, token?: string): Promise<SdkProcess> {
    const child = fork(path.join(__dirname, 'sdk-child.cjs'), [sdk], {
      env: functionEnvironment(url, token) as NodeJS.ProcessEnv,
      serialization: 'advanced',
      execArgv: [],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the SDK process ended with ${code}`)));
    });
    return new SdkProcess(child);
  }

  /** @throws SeenError as the SDK rejected */
  run<A extends unknown[], T>(source: (sdk: Sdk, ...args: A) => Promise<T> | T, ...args: A): Promise<T> {
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.child.send({ id, source: source.toString(), args });
    });
  }

  /** What the SDK rejects with. */
  async rejection(source: (sdk: Sdk) => Promise<unknown>): Promise<SeenError> {
    return this.run(source).then(
      () => {
        throw new Error('it did not reject');
      },
      (error: SeenError) => error,
    );
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.kill(signal);
    });
  }
}
