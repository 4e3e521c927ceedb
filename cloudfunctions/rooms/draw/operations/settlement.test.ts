import { drawWorld, giveChances, prizeCells, spin, walletOf } from '../../../../tests/support/draw-world';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import type { World } from '../../../../tests/support/world';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { openCell } from '../../../platform/holds/open-cell';
import type { DrawBoard, DrawSettlement, PrizeView } from '../contract';
import { aConsolation, aDraw, aPointsPrize, aProduct, aStock } from '../domain/support/builders';
import { settleEnded } from './settlement';

const BUDGET_FEN = 10_000;

/** 4 kettles of ¥10, all free at once; ¥40 of the campaign's ¥100 are set aside. */
async function shop(): Promise<World> {
  const kettle = aProduct({ oddsPpm: 1_000_000, claimDays: 5, stock: aStock({ count: 4, burst: 4, cellCount: 2 }) });
  const prizes = [kettle, aPointsPrize(), aConsolation()];
  const world = await drawWorld(aDraw({ campaignId: 'launch', prizes }), async ({ engine }) => {
    await openCell(engine, 'budget_launch', { launch: BUDGET_FEN });
  });
  world.asStaff('olga', ['operator']);
  return world;
}

const budgetFen = ({ engine }: World) =>
  engine.dump<Cell>('cells').find(({ _id }) => _id === 'budget_launch')?.left.launch;
const units = (world: World) => prizeCells(world).reduce((sum, { left }) => sum + (left.n ?? 0), 0);

async function won(world: World, name: string): Promise<void> {
  giveChances(world, name);
  await spin(world, name);
}

async function fetched(world: World, name: string): Promise<void> {
  await won(world, name);
  const reply = await world.call(name, 'draw.claim', { prizeId: `order:${name}:1`, way: 'pick-up' });
  const { claim } = (reply as unknown as { data: PrizeView }).data;
  if (claim?.way !== 'pick-up') throw new Error('no code');
  await world.staffCall('olga', 'draw.handOver', { code: claim.code, by: 'typed' }, world.key());
}

/** The timer, 11 minutes apart: every job is due. */
async function rounds(world: World, count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    world.advance(11 * MINUTE_MS);
    await world.tick().catch(() => []);
  }
}

const settlement = async (world: World): Promise<DrawSettlement> =>
  ((await world.staffCall('olga', 'draw.settlement', { drawId: 'draw_1' })) as unknown as { data: DrawSettlement })
    .data;

/** Mei has hers, An's and Bo's are won and not fetched, one was never won. */
async function overWithTwoWaiting(): Promise<World> {
  const world = await shop();
  await fetched(world, 'mei');
  await rounds(world, 2);
  world.nowMs = aDraw().endsAtMs - DAY_MS;
  for (const name of ['an', 'bo']) {
    giveChances(world, name, 1, { expiresAtMs: world.nowMs + DAY_MS });
    await spin(world, name);
  }
  await rounds(world, 2);
  world.nowMs = aDraw().endsAtMs;
  return world;
}

test('set aside ¥40; while it runs nothing goes back; at its end the kettle that nobody won; after 5 days the two that nobody fetched', async () => {
  const world = await overWithTwoWaiting();
  await rounds(world, 1);
  expect([budgetFen(world), units(world)]).toEqual([BUDGET_FEN - 3_000, 0]);
  expect(await settlement(world)).toMatchObject({
    ...{ state: 'ended', setAsideFen: 4_000, returnedFen: 1_000, costFen: 3_000, settledAtMs: null },
    prizes: [{ given: 3, claimed: 1, handedOver: 1, waiting: 2, expired: 0, revoked: 0 }, { given: 0 }, { given: 0 }],
  });
  world.advance(4 * DAY_MS);
  await rounds(world, 4);
  expect(budgetFen(world)).toBe(BUDGET_FEN - 1_000);
  world.advance(4 * DAY_MS);
  await rounds(world, 2);
  expect(await settlement(world)).toMatchObject({
    ...{ state: 'settled', setAsideFen: 4_000, returnedFen: 3_000, costFen: 1_000 },
    prizes: [{ given: 3, handedOver: 1, waiting: 0, expired: 2 }, {}, {}],
  });
  expect((await settlement(world)).settledAtMs).not.toBeNull();
});

test('10 draws of the head whose versions are not there keep no other draw’s money back', async () => {
  const world = await overWithTwoWaiting();
  const [head] = world.engine.dump<{ _id: string; drawVersions: object }>('heads');
  const broken = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`broken_${n}`, 1]));
  world.engine.put('heads', { ...head, drawVersions: { ...broken, draw_1: 1 } } as never);
  await rounds(world, 1);
  expect([budgetFen(world), units(world)]).toEqual([BUDGET_FEN - 3_000, 0]);
});

test('expired while the draw runs: the kettle can be won again, and is', async () => {
  const world = await shop();
  for (const name of ['mei', 'an', 'bo', 'li']) await won(world, name);
  await rounds(world, 1);
  expect(units(world)).toBe(0);
  world.advance(5 * DAY_MS);
  await rounds(world, 3);
  expect(units(world)).toBe(4);
  giveChances(world, 'wu', 1, { expiresAtMs: world.nowMs + DAY_MS });
  expect(await spin(world, 'wu')).toMatchObject({ ok: true, data: { prize: { drawPrizeId: 'kettle' } } });
  expect(budgetFen(world)).toBe(BUDGET_FEN - 4_000);
});

test('the points that were given are counted, spin by spin', async () => {
  const prizes = [aPointsPrize({ oddsPpm: 1_000_000 }), aConsolation()];
  const world = await drawWorld(aDraw({ prizes }));
  world.asStaff('olga', ['operator']);
  giveChances(world, 'mei', 3);
  for (const n of [1, 2, 3]) await spin(world, 'mei', `order:mei:${n}`);
  await rounds(world, 2);
  expect((await settlement(world)).prizes[0]).toMatchObject({ given: 3, count: null, costFen: 60, setAsideFen: 0 });
});

test('the job ten times over at once gives back once', async () => {
  const world = await overWithTwoWaiting();
  world.advance(11 * MINUTE_MS);
  await Promise.all(Array.from({ length: 10 }, () => settleEnded(world.context())));
  await rounds(world, 2);
  expect(budgetFen(world)).toBe(BUDGET_FEN - 3_000);
});

test.each(TROUBLES)('%s at every write of the settlement: ¥10 are back, once', async (trouble) => {
  const writes = await atEveryWrite(async (n) => {
    const world = await overWithTwoWaiting();
    world.advance(11 * MINUTE_MS);
    const { met } = troubleAt(world, n, trouble);
    await settleEnded(world.context()).catch(() => undefined);
    calm(world);
    await world.db.playLate();
    await rounds(world, 3);
    expect([budgetFen(world), units(world)]).toEqual([BUDGET_FEN - 3_000, 0]);
    expect(prizeCells(world).map(({ open }) => open)).toEqual([0, 0]);
    return met();
  });
  expect(writes).toBeGreaterThanOrEqual(5);
});

test.each(TROUBLES)('%s at every write of the minute that ends a prize: its unit comes back once', async (trouble) => {
  await atEveryWrite(async (n) => {
    const world = await shop();
    await won(world, 'mei');
    await rounds(world, 1);
    world.advance(5 * DAY_MS);
    const { met } = troubleAt(world, n, trouble);
    await world.tick().catch(() => []);
    calm(world);
    await world.db.playLate();
    await rounds(world, 3);
    expect([units(world), walletOf(world, 'mei').prizes['order:mei:1']?.state]).toEqual([4, 'expired']);
    return met();
  });
});

describe('the board of a draw', () => {
  test('what is out beside what may be out, 25 points from start to end, none of the future', async () => {
    const world = await shop();
    await won(world, 'mei');
    await rounds(world, 1);
    const reply = await world.staffCall('olga', 'draw.board', { drawId: 'draw_1' });
    const [kettle] = (reply as unknown as { data: DrawBoard }).data.prizes;
    expect(kettle).toMatchObject({ out: 1, left: 3, allowedNow: 4, leftToday: null });
    expect(kettle?.curve).toHaveLength(25);
    expect(kettle?.curve.filter(({ out }) => out === null).length).toBeGreaterThan(20);
    for (const { allowed, out } of kettle?.curve ?? []) expect(out ?? 0).toBeLessThanOrEqual(allowed);
  });

  test('a shop assistant does not see it', async () => {
    const world = await shop();
    world.asStaff('lin', ['shop']);
    expect(await world.staffCall('lin', 'draw.board', { drawId: 'draw_1' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
