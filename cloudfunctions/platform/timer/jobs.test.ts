import { aWorld, START_MS } from '../../../tests/support/world';
import { MINUTE_MS } from '../../kernel/period';
import type { Room } from '../room';

/** START_MS is a full minute. */
test('a job of every minute runs each minute, though triggers come 300, 100 and 900 ms late', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  const room: Room = { jobs: { count: { everyMs: MINUTE_MS, run } } };
  const world = aWorld([room]);
  for (const [minute, lateMs] of [300, 100, 900].entries()) {
    world.nowMs = START_MS + minute * MINUTE_MS + lateMs;
    await world.tick();
    await world.tick();
  }
  expect(runs).toBe(3);
});

test('a job that throws does not keep the others from running', async () => {
  const broken = async () => {
    throw new Error('broken');
  };
  const world = aWorld([
    { jobs: { a: { everyMs: MINUTE_MS, run: broken }, b: { everyMs: MINUTE_MS, run: async () => {} } } },
  ]);
  expect(await world.tick()).toEqual(['b', 'holds.cells', 'holds.wallets', 'holds.prune']);
});

test('all due at once after an outage: rooms first, then the sweeps, and what reads the books last', async () => {
  const run = async () => {};
  const world = aWorld([
    { jobs: { reckon: { everyMs: MINUTE_MS, readsBooks: true, run } } },
    { jobs: { close: { everyMs: MINUTE_MS, run } } },
  ]);
  expect(await world.tick()).toEqual(['close', 'holds.cells', 'holds.wallets', 'holds.prune', 'reckon']);
});
