import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from './store';
import { NOW_MS } from './testing';

/** Generous bounds: an order of magnitude above what a 2-core machine needs, so that only a lost index or a scan breaks them. */
const microsecondsEach = (times: number, run: (i: number) => void): number => {
  const start = performance.now();
  for (let i = 0; i < times; i++) run(i);
  return ((performance.now() - start) * 1_000) / times;
};

test('in memory, a get by id takes < 0.3 ms, a conditional update < 1 ms and an indexed page of 20,000 < 3 ms', () => {
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
  for (let part = 0; part < 20; part++)
    store.insertNow(
      'orders',
      Array.from({ length: 1_000 }, (_, i) => ({
        _id: `o${part * 1_000 + i}`,
        who: `r${i % 100}`,
        atMs: part * 1_000 + i,
        left: 1_000_000,
      })),
    );
  expect(microsecondsEach(1_000, (i) => store.findNow('orders', { _id: `o${i}` }))).toBeLessThan(300);
  expect(
    microsecondsEach(1_000, () => store.modifyNow('orders', { _id: 'o7', left: { $gte: 1 } }, { $inc: { left: -1 } })),
  ).toBeLessThan(1_000);
  expect(
    microsecondsEach(200, (i) => store.findNow('orders', { who: `r${i % 100}` }, { order: { atMs: -1 }, limit: 20 })),
  ).toBeLessThan(3_000);
});

test('on disk, 32 writers share commits: 1,600 durable updates take less than 4 s', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'speed-'));
  const store = openStore({ dataDir, clock: () => NOW_MS });
  store.declare({ collections: { cells: {} } });
  await store.insert(
    'cells',
    Array.from({ length: 32 }, (_, i) => ({ _id: i, left: 1_000 })),
  );
  const start = performance.now();
  await Promise.all(
    Array.from({ length: 32 }, async (_, i) => {
      for (let n = 0; n < 50; n++) await store.modify('cells', { _id: i, left: { $gte: 1 } }, { $inc: { left: -1 } });
    }),
  );
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(store.dump('cells').every(({ left }) => left === 950)).toBe(true);
  await store.close();
  rmSync(dataDir, { recursive: true });
});
