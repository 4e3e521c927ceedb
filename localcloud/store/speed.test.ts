import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from './store';
import { NOW_MS } from './testing';

/**
 * Processor time, not the clock's, so that a busy machine does not fail it; bounds are several times what is needed, so that only a lost
 * index or a scan breaks them.
 */
function cpuMicrosecondsEach(times: number, run: (i: number) => void): number {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i++) run(i);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
}

test('in memory, a get by id costs < 0.5 ms, a conditional update < 1.5 ms and an indexed page of 6,000 documents < 6 ms', () => {
  const store = openStore({ clock: () => NOW_MS });
  store.declare({
    collections: {
      orders: {
        indexes: [
          {
            name: 'who',
            fields: [
              { name: 'who', order: 1 },
              { name: 'atMs', order: -1 },
            ],
          },
        ],
      },
    },
  });
  for (let part = 0; part < 6; part++)
    store.insertNow(
      'orders',
      Array.from({ length: 1_000 }, (_, i) => ({
        _id: `o${part * 1_000 + i}`,
        who: `r${i % 100}`,
        atMs: part * 1_000 + i,
        left: 1_000_000,
      })),
    );
  expect(cpuMicrosecondsEach(1_000, (i) => store.findNow('orders', { _id: `o${i}` }))).toBeLessThan(500);
  expect(
    cpuMicrosecondsEach(1_000, () =>
      store.modifyNow('orders', { _id: 'o7', left: { $gte: 1 } }, { $inc: { left: -1 } }),
    ),
  ).toBeLessThan(1_500);
  expect(
    cpuMicrosecondsEach(200, (i) =>
      store.findNow('orders', { who: `r${i % 100}` }, { order: { atMs: -1 }, limit: 20 }),
    ),
  ).toBeLessThan(6_000);
});

test('on disk, 32 writers share commits: 1,600 durable updates cost less than 4 s of processor time', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'speed-'));
  const store = openStore({ dataDir, clock: () => NOW_MS });
  store.declare({ collections: { cells: {} } });
  await store.insert(
    'cells',
    Array.from({ length: 32 }, (_, i) => ({ _id: i, left: 1_000 })),
  );
  const start = process.cpuUsage();
  await Promise.all(
    Array.from({ length: 32 }, async (_, i) => {
      for (let n = 0; n < 50; n++) await store.modify('cells', { _id: i, left: { $gte: 1 } }, { $inc: { left: -1 } });
    }),
  );
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(4_000);
  expect(store.dump('cells').every(({ left }) => left === 950)).toBe(true);
  await store.close();
  rmSync(dataDir, { recursive: true });
});
