import path from 'node:path';
import { type Localcloud, startLocalcloud } from '../../localcloud';

const fixtures = path.join(__dirname, 'fixtures');
const start = (more: { workers?: number; startAtMs?: number } = {}) =>
  startLocalcloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    people: [{ openid: 'o_anna', name: '安娜', note: '老邻居' }],
    ...more,
  });

describe.each(['4', '3'])('functions with the genuine SDK, major version %s', (version) => {
  const probe = `probe${version}`;
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await start({ workers: 2 });
  });
  afterAll(() => cloud.stop());
  const ask = (event: object, openid = 'o_anna') => cloud.invoke(probe, event, { openid });

  it('know their caller from the context', async () => {
    expect(await ask({ operation: 'who' })).toMatchObject({ OPENID: 'o_anna', SOURCE: 'wx_client', ENV: 'local-env' });
  });

  it('know each of 20 concurrent callers on 2 workers', async () => {
    const people = Array.from({ length: 20 }, (_, n) => `o_person_${n}`);
    const contexts = await Promise.all(
      people.map((openid, n) => ask({ operation: 'whoAfter', waitMs: n % 7 }, openid)),
    );
    expect(contexts.map((context) => (context as { OPENID: string }).OPENID)).toEqual(people);
  });

  it('never see their token', async () => {
    expect(JSON.stringify(await ask({ operation: 'who' }))).not.toContain('TOKEN');
  });

  it('read and write the database', async () => {
    await ask({ operation: 'add', collection: 'things', data: { _id: probe, n: 1 } });
    expect(await ask({ operation: 'get', collection: 'things', id: probe })).toEqual({ _id: probe, n: 1 });
  });

  it('do not see the local cloud’s own collections', async () => {
    const answer = await ask({ operation: 'get', collection: '_local_payments', id: 'x' });
    expect(answer).toMatchObject({ failed: { errCode: -502005 } });
  });

  it('call other functions as the same resident, with scf added to the source', async () => {
    const answer = await ask({ operation: 'call', name: probe, data: { operation: 'who' } });
    expect(answer).toMatchObject({ OPENID: 'o_anna', SOURCE: 'wx_client,scf' });
  });

  it('may call a function that clients may not', async () => {
    await expect(cloud.invoke('paid', {}, { openid: 'o_anna' })).rejects.toMatchObject({
      wireCode: 'PERMISSION_DENIED',
    });
    const answer = await ask({ operation: 'call', name: 'paid', data: { outTradeNo: 'x' } });
    expect(answer).toEqual({ errcode: 0, errmsg: 'ok' });
  });

  it('hear that a function is missing', async () => {
    const { failed } = (await ask({ operation: 'call', name: 'nobody', data: {} })) as { failed: { errMsg: string } };
    expect(failed.errMsg).toContain('could not be found');
  });

  it('live by the moved clock: offset and serverDate', async () => {
    cloud.clock.advance(3 * 86_400_000);
    const before = cloud.clock.nowMs();
    const { nowMs } = (await ask({ operation: 'now' })) as { nowMs: number };
    const stored = (await ask({ operation: 'serverDate', collection: 'things', id: `date${version}` })) as number;
    expect(nowMs).toBeGreaterThanOrEqual(before);
    expect(stored).toBeGreaterThanOrEqual(nowMs);
    expect(stored).toBeLessThanOrEqual(cloud.clock.nowMs());
  });

  it('are counted by request and sequential round trip', async () => {
    await ask({ operation: 'serverDate', collection: 'things', id: 'metered' });
    expect(cloud.meter.last(probe)).toMatchObject({ requests: 2, sequential: 2, writes: 1 });
  });

  it('die with a crash fault before their write, and the write is not made', async () => {
    cloud.faults.set({ when: { action: 'database.insertDocument' }, do: { kind: 'crashBefore' } });
    const dying = ask({ operation: 'add', collection: 'things', data: { _id: 'never' } });
    await expect(dying).rejects.toMatchObject({ errCode: -504002 });
    cloud.faults.clear();
    expect(cloud.store.countNow('things', { _id: 'never' })).toBe(0);
  });

  it('die with a crash fault after their write, and the write stays', async () => {
    cloud.faults.set({ when: { action: 'database.insertDocument' }, do: { kind: 'crashAfter' } });
    const dying = ask({ operation: 'add', collection: 'things', data: { _id: `stays${version}` } });
    await expect(dying).rejects.toMatchObject({ errCode: -504002 });
    cloud.faults.clear();
    expect(cloud.store.countNow('things', { _id: `stays${version}` })).toBe(1);
  });
});

describe('the pool', () => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await start({ workers: 1 });
  });
  afterAll(() => cloud.stop());

  it('of 1 worker does not deadlock on calls nested 3 deep, 4 at a time', async () => {
    const nested = {
      operation: 'call',
      name: 'probe4',
      data: { operation: 'call', name: 'probe4', data: { operation: 'who' } },
    };
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => cloud.invoke('probe4', nested, { openid: `o_deep_${n}` })),
    );
    expect(answers).toEqual([1, 2, 3, 4].map((n) => expect.objectContaining({ OPENID: `o_deep_${n}` })));
  });

  it('survives an endless loop, which is killed after its 1 s', async () => {
    await expect(cloud.invoke('endless', {}, { openid: 'o_anna' })).rejects.toMatchObject({ errCode: -504003 });
    expect(await cloud.invoke('probe4', { operation: 'who' }, { openid: 'o_anna' })).toMatchObject({
      OPENID: 'o_anna',
    });
  });
});

describe('timers', () => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await start({ startAtMs: Date.parse('2026-11-21T02:00:30Z') });
  });
  afterAll(() => cloud.stop());

  it('run their function as wx_trigger, without a resident', async () => {
    await cloud.fireTimers();
    const [tick] = cloud.store.dump('ticks');
    expect(tick).toMatchObject({
      source: 'wx_trigger',
      openid: null,
      event: { Type: 'Timer', TriggerName: 'every-minute', Message: '' },
    });
    expect((tick as unknown as { event: { Time: string } }).event.Time).toMatch(/^2026-11-21T02:00:3\dZ$/);
  });

  it('fire by the local clock when told to run by themselves', async () => {
    const running = await startLocalcloud({
      functionsDir: path.join(fixtures, 'functions'),
      databaseFile: path.join(fixtures, 'database.json'),
      timers: true,
    });
    try {
      running.clock.advance(60_000);
      const deadline = Date.now() + 10_000;
      while (running.store.countNow('ticks') === 0 && Date.now() < deadline)
        await new Promise((r) => setTimeout(r, 50));
      expect(running.store.countNow('ticks')).toBeGreaterThan(0);
    } finally {
      await running.stop();
    }
  });
});
