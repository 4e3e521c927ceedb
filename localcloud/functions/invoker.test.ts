import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudEnvironment } from './environment';
import type { FunctionFailure } from './errors';
import { FunctionInvoker, type InvokeRequest } from './invoker';
import { InvocationJournal } from './journal';
import { WorkerPool } from './pool';

const FUNCTIONS: Record<string, { code: string; config?: object }> = {
  echo: {
    code: 'exports.main = async (event, context) => ({ event, context: context.function_name, pid: process.env.WX_OPENID })',
  },
  env: { code: 'exports.main = async () => ({ ...process.env })' },
  who: {
    code: `exports.main = async ({ waitMs }) => {
      const before = process.env.WX_OPENID;
      await new Promise((done) => setTimeout(done, waitMs));
      return [before, process.env.WX_OPENID];
    }`,
  },
  loop: { code: 'exports.main = () => { for (;;); }', config: { timeout: 1 } },
  hungry: { code: 'exports.main = () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())); }' },
  throws: {
    code: 'exports.main = async () => { console.log("before", { a: 1 }); throw new TypeError("no such thing"); }',
  },
  exits: { code: 'exports.main = async () => { process.exit(3); }' },
  big: { code: 'exports.main = async ({ bytes }) => "x".repeat(bytes - 2)' },
  nothing: { code: 'exports.main = () => {}' },
  dates: { code: 'exports.main = () => ({ at: new Date(0), hour: new Date(0).getHours() })' },
};

const MB = 1024 * 1024;
let dir: string;
let pool: WorkerPool;
let journal: InvocationJournal;
let invoker: FunctionInvoker;

function deploy(name: string, code: string, config?: object): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, 'index.js'), code);
  if (config !== undefined) writeFileSync(path.join(dir, name, 'config.json'), JSON.stringify(config));
}

const environment = (): CloudEnvironment => ({
  adminUrl: 'http://127.0.0.1:1/admin',
  envId: 'local-test',
  appid: 'wx01',
  region: 'ap-shanghai',
  secretId: 'boot-id',
  clockOffsetMs: 7_200_000,
});

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'localcloud-functions-'));
  for (const [name, { code, config }] of Object.entries(FUNCTIONS)) deploy(name, code, config);
  pool = new WorkerPool(2, () => undefined);
  journal = new InvocationJournal(Date.now);
  const rules = { '*': { invoke: 'auth != null' }, throws: { invoke: true }, exits: { invoke: false } } as const;
  invoker = new FunctionInvoker({ functionsDir: dir, rules, pool, journal, environment });
});

afterAll(async () => {
  await pool.close();
  rmSync(dir, { recursive: true });
});

const call = (functionName: string, event: unknown = {}, more: Partial<InvokeRequest> = {}) =>
  invoker.invoke({ functionName, event, source: 'wx_client', openid: 'o_anna', ...more });

const failure = (promise: Promise<unknown>): Promise<FunctionFailure> =>
  promise.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: FunctionFailure) => error,
  );

describe('an invocation', () => {
  it('hands over the event with userInfo, and answers what main returned', async () => {
    expect(await call('echo', { a: 1, userInfo: { openId: 'o_forged' } })).toEqual({
      event: { a: 1, userInfo: { openId: 'o_anna', appId: 'wx01' } },
      context: 'echo',
      pid: 'o_anna',
    });
  });

  it('adds no userInfo to what a function or the pay platform sends', async () => {
    expect(await call('echo', { a: 1 }, { source: 'wx_client,scf' })).toMatchObject({ event: { a: 1 } });
    const { event } = (await call('echo', { a: 1 }, { source: 'wx_paycallback' })) as { event: object };
    expect(event).toEqual({ a: 1 });
  });

  it('gets exactly the environment of the platform, and nothing of this machine', async () => {
    process.env.SECRET_OF_THIS_MACHINE = 'x';
    const env = (await call('env')) as Record<string, string>;
    expect(env).toMatchObject({
      TZ: 'UTC',
      TENCENTCLOUD_RUNENV: 'SCF',
      TCB_ENV: 'local-test',
      SCF_NAMESPACE: 'local-test',
      TCB_SOURCE: 'wx_client',
      TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:1/admin"}',
      WX_OPENID: 'o_anna',
      WX_APPID: 'wx01',
      LINLI_CLOCK_OFFSET_MS: '7200000',
    });
    expect(env.SECRET_OF_THIS_MACHINE).toBeUndefined();
    expect(env.PATH).toBeUndefined();
    expect(env.WX_API_TOKEN).toBe(env.TCB_SEQID);
  });

  it('has a token of its own each time', async () => {
    const [first, second] = (await Promise.all([call('env'), call('env')])) as { WX_API_TOKEN: string }[];
    expect(first?.WX_API_TOKEN).not.toBe(second?.WX_API_TOKEN);
  });

  it('of a timer has no openid and carries the trigger token', async () => {
    const env = (await invoker.invoke({ functionName: 'env', event: {}, source: 'wx_trigger' })) as Record<
      string,
      string
    >;
    expect(env).toMatchObject({ TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: env.WX_API_TOKEN });
    expect(env.WX_OPENID).toBeUndefined();
  });

  it('keeps 20 callers apart on 2 workers', async () => {
    const people = Array.from({ length: 20 }, (_, n) => `o_person${n}`);
    const answers = await Promise.all(people.map((openid, n) => call('who', { waitMs: n % 5 }, { openid })));
    expect(answers).toEqual(people.map((openid) => [openid, openid]));
  });

  it('answers null for nothing, ISO text for dates, and lives in UTC', async () => {
    expect(await call('nothing')).toBeNull();
    expect(await call('dates')).toEqual({ at: '1970-01-01T00:00:00.000Z', hour: 0 });
  });

  it('loads a function anew when its file changed', async () => {
    deploy('fresh', 'exports.main = () => 1');
    expect(await call('fresh')).toBe(1);
    deploy('fresh', 'exports.main = () => "two"');
    expect(await call('fresh')).toBe('two');
  });
});

describe('a failing invocation', () => {
  it('that loops for ever dies at its time limit of 1 s, and the worker is replaced', async () => {
    const error = await failure(call('loop'));
    expect(error).toMatchObject({ errCode: -504003, message: 'Invoking task timed out after 1 seconds' });
    expect(await Promise.all([call('nothing'), call('nothing'), call('nothing')])).toEqual([null, null, null]);
  });

  it('that eats more than 256 MB ends its worker alone', async () => {
    const error = await failure(call('hungry'));
    expect(error.errCode).toBe(-504002);
    expect(error.message).toContain('memory');
    expect(await call('nothing')).toBeNull();
  });

  it('that throws answers -504002 with the error and keeps the log', async () => {
    const error = await failure(call('throws'));
    expect(error).toMatchObject({
      errCode: -504002,
      wireCode: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'TypeError: no such thing',
    });
    const [invocation] = journal.recent(1);
    expect(invocation?.logs[0]?.text).toBe('before { a: 1 }');
    expect(invocation?.outcome).toMatchObject({ state: 'failed', errCode: -504002 });
  });

  it('that exits the process is a crash', async () => {
    expect((await failure(call('exits', {}, { source: 'wx_client,scf' }))).errCode).toBe(-504002);
  });

  it('that is killed from outside fails, and says so', async () => {
    const running = failure(call('who', { waitMs: 10_000 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(invoker.kill(journal.recent(1)[0]?.id ?? '')).toBe(true);
    expect((await running).message).toContain('the instance was lost');
  });

  it.each([
    ['wx_client', MB, true],
    ['wx_client', MB + 1, false],
    ['wx_client,scf', 6 * MB, true],
    ['wx_client,scf', 6 * MB + 1, false],
  ])('%s: a result of %i bytes is accepted: %s', async (source, bytes, accepted) => {
    const done = await call('big', { bytes }, { source }).then(
      () => true,
      () => false,
    );
    expect(done).toBe(accepted);
  });

  it('an event above 6 MB is refused before anything runs', async () => {
    expect((await failure(call('echo', { text: 'x'.repeat(6 * MB) }))).errCode).toBe(-501007);
  });

  it.each(['missing', '../echo', '', 'a/b', '__proto__'])('there is no function %p', async (name) => {
    expect((await failure(call(name))).errCode).toBe(-501000);
  });
});

describe('security rules', () => {
  it('"auth != null" refuses a client without openid', async () => {
    const anonymous = { functionName: 'nothing', event: {}, source: 'wx_client' };
    expect(await failure(invoker.invoke(anonymous))).toMatchObject({ wireCode: 'PERMISSION_DENIED' });
  });

  it('invoke false refuses clients, not the platform', async () => {
    expect((await failure(call('exits'))).wireCode).toBe('PERMISSION_DENIED');
    expect((await failure(call('exits', {}, { source: 'wx_paycallback' }))).message).toContain('exited');
  });
});

describe('a nested call', () => {
  it('gets an overflow worker when all regular ones are held', async () => {
    const held = [1, 2].map(() => failure(call('who', { waitMs: 25_000 })));
    expect(await call('nothing', {}, { source: 'wx_client,scf', parentId: 'p' })).toBeNull();
    expect(pool.size).toEqual({ regular: 2, overflow: 1, waiting: 0 });
    for (const { id, outcome } of journal.recent(10)) if (outcome.state === 'running') invoker.kill(id);
    await Promise.all(held);
  });
});
