import { drawWorld, giveChances } from '../../../../tests/support/draw-world';
import type { Fate } from '../../../../tests/support/engine-db';
import { seededRandom, type World } from '../../../../tests/support/world';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { openCell } from '../../../platform/holds/open-cell';
import { publishTemplate } from '../../coupon';
import { aTemplate } from '../../coupon/domain/support/builders';
import { pointsBalance } from '../../loyalty';
import { aConsolation, aDraw, aProduct, aStock } from '../domain/support/builders';

const PEOPLE = ['mei', 'an', 'bo', 'li', 'wu'];
const BUDGET_FEN = 4 * 800 + 3_000;

async function shop(): Promise<World> {
  const prizes = [
    aProduct({ oddsPpm: 700_000, perResident: 2, stock: aStock({ cellCount: 2 }) }),
    aConsolation({ oddsPpm: 300_000 }),
  ];
  const world = await drawWorld(aDraw({ campaignId: 'launch', prizes }), async (w) => {
    await openCell(w.engine, 'budget_launch', { launch: BUDGET_FEN });
    const template = aTemplate({
      campaignId: 'launch',
      budgetKeys: ['launch'],
      total: 5,
      cellCount: 2,
      perResident: 2,
    });
    await publishTemplate(w.context(), { ...template, validity: { days: 1 } });
  });
  for (const name of PEOPLE) giveChances(world, name, 3);
  return world;
}

/** Every act with its own key, tried again with it until it is answered, as the client does. */
function acts(world: World): (() => Promise<{ answer: string; act: string }>)[] {
  return PEOPLE.flatMap((name) => {
    const claims = [0, 1, 2].map(() => ['coupon.claim', { templateId: 'welcome8' }] as const);
    const spins = [1, 2, 3].map((n) => ['draw.spin', { drawId: 'draw_1', chanceId: `order:${name}:${n}` }] as const);
    return [...claims, ...spins].map(([operation, input]) => {
      const key = world.key();
      return async () => {
        const reply = await world.call(name, operation, input, key);
        return { answer: JSON.stringify({ ...reply, nowMs: 0 }), act: key };
      };
    });
  });
}

function checkAtRest(world: World): void {
  const cells = world.engine.dump<Cell>('cells');
  const wallets = world.engine.dump<Wallet>('wallets');
  const left = (prefix: string) =>
    cells.filter(({ _id }) => _id.startsWith(prefix)).reduce((sum, { left: { n = 0 } }) => sum + n, 0);
  for (const { open, left: now } of cells) {
    expect(open).toBe(0);
    for (const units of Object.values(now)) expect(units).toBeGreaterThanOrEqual(0);
  }
  const coupons = wallets.flatMap((wallet) => Object.values(wallet.coupons));
  expect(left('tpl_')).toBe(5 - coupons.length);
  const budget = cells.find(({ _id }) => _id === 'budget_launch')?.left.launch;
  expect(budget).toBe(BUDGET_FEN - 3_000 - coupons.length * 800);
  const spins = wallets.flatMap((wallet) =>
    Object.values(wallet.chances).flatMap((chance) => (chance.state === 'used' ? [chance.spin] : [])),
  );
  expect(left('prize_')).toBe(3 - spins.filter(({ givenPrizeId }) => givenPrizeId === 'kettle').length);
  for (const { journal, coupons: own, ...wallet } of wallets) {
    expect(Object.keys(own).length).toBeLessThanOrEqual(2);
    const entries = Object.values(journal).reduce((sum, { points = 0 }) => sum + points, 0);
    expect(pointsBalance({ ...wallet, journal, coupons: own })).toBe(entries);
    expect(
      Object.values(wallet.prizes).filter(({ drawPrizeId }) => drawPrizeId === 'kettle').length,
    ).toBeLessThanOrEqual(2);
  }
}

async function run(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const world = await shop();
  const fates: readonly Fate[] = ['lose', 'drop', 'late'];
  const percent = random.below(20);
  world.db.decide = () => (random.below(100) < percent ? (fates[random.below(3)] ?? 'answer') : 'answer');
  const told = new Map<string, string>();
  const decided = ({ act, answer }: { act: string; answer: string }): void => {
    const before = told.get(act);
    if (before?.startsWith('{"ok":true')) expect(answer).toBe(before);
    told.set(act, answer);
  };
  const todo = acts(world);
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(todo.map((act) => act()));
    for (const reply of answers) if (!/"code":"(INTERNAL|BUSY)"/.test(reply.answer)) decided(reply);
    if (random.below(2) === 0) await world.db.playLate();
    if (random.below(2) === 0) {
      world.advance(3 * MINUTE_MS);
      // A timer may die of a lost answer, too; the next one goes on.
      await world.tick().catch(() => undefined);
    }
  }
  world.db.decide = () => 'answer';
  for (const act of todo) decided(await act());
  await world.db.playLate();
  for (let sweep = 0; sweep < 2; sweep += 1) {
    world.advance(3 * MINUTE_MS);
    await world.tick();
  }
  checkAtRest(world);
  await endEverything(world);
}

/** A day later every unused coupon has ended, and its reserve is back: only the prizes' money is gone. */
async function endEverything(world: World): Promise<void> {
  world.advance(DAY_MS);
  for (let sweep = 0; sweep < 4; sweep += 1) {
    world.advance(11 * MINUTE_MS);
    await world.tick();
  }
  const budget = world.engine.dump<Cell>('cells').find(({ _id }) => _id === 'budget_launch');
  expect(budget).toMatchObject({ left: { launch: BUDGET_FEN - 3_000 }, open: 0 });
  expect(world.engine.dump<Wallet>('wallets').flatMap(({ coupons }) => Object.keys(coupons))).toEqual([]);
}

const SCHEDULES = 15;

test(`${SCHEDULES} random schedules of lost, dropped and late requests: counts, budget, limits and points hold at rest`, async () => {
  const first = Number(process.env.LINLI_SEED ?? 1);
  for (let seed = first; seed < first + SCHEDULES; seed += 1) {
    try {
      await run(seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}, 120_000);
