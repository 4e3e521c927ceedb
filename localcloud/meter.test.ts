import type { RequestInfo } from './faults';
import { Meter } from './meter';

const request = (invocationId: string, kind: RequestInfo['kind'] = 'read'): RequestInfo => ({
  action: kind === 'write' ? 'database.modifyDocument' : 'database.getDocument',
  collection: 'c',
  kind,
  invocationId,
});
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('sequential round trips', () => {
  const meter = new Meter();
  beforeAll(() => meter.start({ latencyMs: 8 }));
  const send = (id: string, ms = 0, kind?: RequestInfo['kind']) => meter.around(request(id, kind), () => wait(ms));

  test('of three requests one after another are 3', async () => {
    for (let i = 0; i < 3; i++) await send('a');
    expect(meter.of('a')).toEqual({ requests: 3, sequential: 3, writes: 0, byAction: { 'database.getDocument': 3 } });
  });

  test('of ten at once are 1, even when they leave over 30 ms and some take long', async () => {
    await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        await wait(i * 3);
        await send('b', i === 0 ? 1 : 20, 'write');
      }),
    );
    expect(meter.of('b')).toMatchObject({ requests: 10, sequential: 1, writes: 10 });
  });

  test('of two chains side by side, of 2 and 3 steps, are 3', async () => {
    const chain = async (steps: number, ms: number): Promise<void> => {
      for (let i = 0; i < steps; i++) await send('c', ms);
    };
    await Promise.all([chain(2, 15), chain(3, 1)]);
    expect(meter.of('c')).toMatchObject({ requests: 5, sequential: 3 });
  });

  test('of two invocations are counted apart, and the last of a function is known', async () => {
    meter.begin('d1', 'resident');
    await send('d1');
    meter.begin('d2', 'resident');
    await Promise.all([send('d2'), send('d2')]);
    expect(meter.of('d1')).toMatchObject({ requests: 1, sequential: 1 });
    expect(meter.last('resident')).toMatchObject({ requests: 2, sequential: 1 });
    expect(meter.last('nobody')).toBeUndefined();
  });

  test('requests that wait for each other are let go', async () => {
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = meter.around(request('e'), () => blocked);
    await meter.around(request('e'), async () => undefined);
    release();
    await first;
    expect(meter.of('e')?.requests).toBe(2);
  });
});

test('a request made before the answers went out depends on none of them, however late it arrives', async () => {
  const meter = new Meter();
  const madeAtMs = Date.now();
  await wait(5);
  await meter.around(request('a'), async () => undefined);
  await wait(5);
  await meter.around({ ...request('a'), madeAtMs }, async () => undefined);
  expect(meter.of('a')).toMatchObject({ requests: 2, sequential: 1 });
  await meter.around(request('a'), async () => undefined);
  expect(meter.of('a')?.sequential).toBe(2);
});

test('without start it counts and holds nothing back', async () => {
  const meter = new Meter();
  const before = performance.now();
  for (let i = 0; i < 50; i++) await meter.around(request('a', 'write'), async () => undefined);
  expect(performance.now() - before).toBeLessThan(100);
  expect(meter.of('a')).toMatchObject({ requests: 50, sequential: 50, writes: 50 });
});
