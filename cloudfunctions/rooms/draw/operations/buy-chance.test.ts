import { drawWorld, spin, walletOf } from '../../../../tests/support/draw-world';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import { START_MS, type World } from '../../../../tests/support/world';
import { DAY_MS } from '../../../kernel/period';
import { emptyWallet, type PointsLot } from '../../../kernel/wallet';
import type { DrawView } from '../contract';
import { aDraw } from '../domain/support/builders';

const lot = (points: number, cause: string, spendableFromMs = START_MS - DAY_MS): PointsLot => ({
  ...{ points, earned: points, earnedAtMs: START_MS - DAY_MS, spendableFromMs, cause },
  expiresAtMs: START_MS + 300 * DAY_MS,
});

async function shop(lots: { [lotId: string]: PointsLot }, change: Parameters<typeof aDraw>[0] = {}): Promise<World> {
  const world = await drawWorld(aDraw({ chanceSale: { points: 100, perDay: 2 }, ...change }));
  world.engine.put('wallets', { ...emptyWallet(world.residentId('mei')), lots });
  return world;
}

const buy = (world: World, key = world.key()) => world.call('mei', 'draw.buyChance', { drawId: 'draw_1' }, key);
const points = (world: World) => Object.values(walletOf(world, 'mei').lots).reduce((sum, one) => sum + one.points, 0);

test('100 points are one chance, which can be spun; the history says what they were for', async () => {
  const world = await shop({ l: lot(250, 'order:o1') });
  const bought = (await buy(world)) as unknown as { data: { chanceId: string; pointsLeft: number; leftToday: number } };
  expect(bought.data).toMatchObject({ pointsLeft: 150, leftToday: 1 });
  expect(await spin(world, 'mei', bought.data.chanceId)).toMatchObject({ ok: true });
  const history = await world.call('mei', 'loyalty.points', {});
  expect(history).toMatchObject({ data: { rows: [{ kind: 'chance-bought', points: -100 }] } });
});

test('2 round trips', async () => {
  const world = await shop({ l: lot(250, 'order:o1') });
  await buy(world);
  world.db.restart();
  await buy(world);
  expect(world.db.meter.sequential).toBe(2);
});

describe('points of an invitation buy no chance (rules.md section 4)', () => {
  test('1,000 of them and 99 others: refused, and 99 is what is said to be left', async () => {
    const world = await shop({ a: lot(1_000, 'referral:rf_1'), b: lot(99, 'order:o1') });
    expect(await buy(world)).toMatchObject({ ok: false, code: 'POINTS_SHORT', detail: { left: 99, points: 100 } });
    expect(points(world)).toBe(1_099);
  });

  test('with 100 others exactly those are spent, though the invitation’s would expire first', async () => {
    const early = { ...lot(1_000, 'referral:rf_1'), expiresAtMs: START_MS + DAY_MS };
    const world = await shop({ a: early, b: lot(100, 'order:o1') });
    expect(await buy(world)).toMatchObject({ ok: true, data: { pointsLeft: 0 } });
    expect(Object.keys(walletOf(world, 'mei').lots)).toEqual(['a']);
  });
});

test('pending points buy none', async () => {
  const world = await shop({ l: lot(500, 'order:o1', START_MS + 1) });
  expect(await buy(world)).toMatchObject({ code: 'POINTS_SHORT', detail: { left: 0 } });
});

test('2 a day, counted in Shanghai days: the third is for tomorrow', async () => {
  const world = await shop({ l: lot(1_000, 'order:o1') });
  expect([(await buy(world)).ok, (await buy(world)).ok]).toEqual([true, true]);
  expect(await buy(world)).toMatchObject({ code: 'CHANCES_OF_DAY', detail: { perDay: 2 } });
  world.nowMs = START_MS + 14 * 3_600_000 - 1;
  expect((await buy(world)).ok).toBe(false);
  world.advance(1);
  expect((await buy(world)).ok).toBe(true);
});

test.each([
  ['not sold', { chanceSale: null }, 'CHANCES_NOT_SOLD'],
  ['not begun', { startsAtMs: START_MS + 1 }, 'DRAW_NOT_RUNNING'],
  ['over', { endsAtMs: START_MS }, 'DRAW_NOT_RUNNING'],
])('%s', async (_, change, code) => {
  expect(await buy(await shop({ l: lot(500, 'order:o1') }, change))).toMatchObject({ ok: false, code });
});

test('who works for the shop buys none, and the page says so before', async () => {
  const world = await shop({ l: lot(500, 'order:o1') });
  world.asStaff('mei', ['courier']);
  expect(await buy(world)).toMatchObject({ code: 'STAFF_EXCLUDED' });
  const page = await world.call('mei', 'draw.view', { drawId: 'draw_1' });
  expect((page as unknown as { data: DrawView }).data.staffExcluded).toBe(true);
});

test('the same key with another draw is refused; 10 at once with one key are one', async () => {
  const world = await shop({ l: lot(1_000, 'order:o1') });
  const key = world.key();
  const replies = await Promise.all(Array.from({ length: 10 }, () => buy(world, key)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(points(world)).toBe(900);
});

test('10 at once, each its own: 2 are bought', async () => {
  const world = await shop({ l: lot(1_000, 'order:o1') });
  const replies = await Promise.all(Array.from({ length: 10 }, () => buy(world)));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(2);
  expect(points(world)).toBe(800);
});

test.each(TROUBLES)('%s at every write: bought once, paid once', async (trouble) => {
  const writes = await atEveryWrite(async (n) => {
    const world = await shop({ l: lot(1_000, 'order:o1') });
    const key = world.key();
    const { met } = troubleAt(world, n, trouble);
    await buy(world, key);
    calm(world);
    await world.db.playLate();
    expect(await buy(world, key)).toMatchObject({ ok: true, data: { leftToday: 1 } });
    expect([points(world), Object.keys(walletOf(world, 'mei').chances).length]).toEqual([900, 1]);
    return met();
  });
  expect(writes).toBe(1);
});
