import { drawWorld, giveChances, prizeCells, spin } from '../../../../tests/support/draw-world';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import type { World } from '../../../../tests/support/world';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { openCell } from '../../../platform/holds/open-cell';
import type { DrawView, MySpins } from '../contract';
import type { Draw, DrawPrize } from '../domain/draw';
import { improvedDraw, problemsOfChange } from '../domain/improve';
import { aConsolation, aDraw, aProduct, aStock } from '../domain/support/builders';

const PRIZES = [
  aProduct({ oddsPpm: 400_000, stock: aStock({ count: 1, burst: 1 }) }),
  aConsolation({ oddsPpm: 600_000 }),
];

async function shop(budgetFen = 10_000): Promise<World> {
  const world = await drawWorld(aDraw({ campaignId: 'launch', prizes: PRIZES }), async ({ engine }) => {
    await openCell(engine, 'budget_launch', { launch: budgetFen });
  });
  world.asStaff('olga', ['operator']);
  world.asStaff('otto', ['operator']);
  return world;
}

const improve = (
  world: World,
  change: { oddsPpm?: number; addUnits?: number; oddsVersion?: number } = {},
  who = 'olga',
  key = world.key(),
) => {
  const { oddsPpm = 500_000, addUnits = 2, oddsVersion = 1 } = change;
  const prizes = [{ drawPrizeId: 'kettle', oddsPpm, addUnits }];
  return world.staffCall(who, 'draw.improve', { drawId: 'draw_1', oddsVersion, prizes }, key);
};

const budget = ({ engine }: World) => engine.dump<Cell>('cells').find(({ _id }) => _id === 'budget_launch');
const view = async (world: World): Promise<DrawView> =>
  ((await world.call('mei', 'draw.view', { drawId: 'draw_1' })) as unknown as { data: DrawView }).data;
const units = (world: World) => prizeCells(world).reduce((sum, { left }) => sum + (left.n ?? 0), 0);

test('2 kettles more and better odds: a new version, its money set aside, the consolation gives the odds', async () => {
  const world = await shop();
  expect(await improve(world)).toMatchObject({ ok: true, data: { oddsVersion: 2, setAsideFen: 3_000 } });
  const { prizes, oddsVersion } = await view(world);
  expect(oddsVersion).toBe(2);
  expect(prizes.map(({ oddsPpm, count, left }) => [oddsPpm, count, left])).toEqual([
    [500_000, 3, 3],
    [500_000, null, null],
  ]);
  expect([budget(world)?.left.launch, units(world)]).toEqual([7_000, 3]);
  expect(world.engine.dump<Draw>('draws').map(({ _id }) => _id)).toEqual(['draw_1_1', 'draw_1_2']);
});

test.each([
  ['worse odds', { oddsPpm: 399_999 }, 'ODDS_WORSE:kettle'],
  ['more than a million', { oddsPpm: 1_000_000, addUnits: 200 * 16 }, 'STOCK:kettle'],
])('%s: refused', async (_, change, problem) => {
  const world = await shop(100_000_000);
  const answer = await improve(world, change);
  expect(answer).toMatchObject({ ok: false, code: 'DRAW_UNSOUND' });
  expect(JSON.stringify(answer)).toContain(problem);
  expect((await view(world)).oddsVersion).toBe(1);
});

test('a budget that does not hold it, a version that is not the newest, a draw that is over', async () => {
  expect(await improve(await shop(2_000))).toMatchObject({ code: 'BUDGET_GONE' });
  const world = await shop();
  await improve(world);
  expect(await improve(world)).toMatchObject({ code: 'DRAW_CHANGED', detail: { oddsVersion: 2 } });
  world.nowMs = aDraw().endsAtMs;
  expect(await improve(world, { oddsVersion: 2 })).toMatchObject({ code: 'DRAW_NOT_RUNNING' });
});

test('two operators at once: one version, one of them is told that the draw changed, and money for one is set aside', async () => {
  const world = await shop();
  const answers = await Promise.all([improve(world, {}, 'olga'), improve(world, { addUnits: 5 }, 'otto')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.code === 'DRAW_CHANGED')).toHaveLength(1);
  for (let minute = 0; minute < 3; minute += 1) {
    world.advance(2 * MINUTE_MS);
    await world.tick();
  }
  const added = units(world) - 1;
  expect([2, 5]).toContain(added);
  expect(budget(world)).toMatchObject({ left: { launch: 10_000 - 1_000 - added * 1_000 }, open: 0 });
});

test('a spin names the version that it was drawn by, and its table comes with it', async () => {
  const world = await shop();
  giveChances(world, 'mei', 2);
  await spin(world, 'mei');
  await improve(world);
  await spin(world, 'mei', 'order:mei:2');
  const spins = await world.call('mei', 'draw.mySpins', { drawId: 'draw_1' });
  const { rows, tables } = (spins as unknown as { data: MySpins }).data;
  expect(rows.map(({ oddsVersion }) => oddsVersion).sort()).toEqual([1, 2]);
  const weights = tables.map(({ oddsVersion, rows: [first] }) => [oddsVersion, first?.weight]);
  expect(weights.sort()).toEqual([
    [1, 400_000],
    [2, 500_000],
  ]);
});

test.each(TROUBLES)(
  '%s at every write: the version is there whole or not at all, and its money once',
  async (trouble) => {
    const writes = await atEveryWrite(async (n) => {
      const world = await shop();
      const key = world.key();
      const { met } = troubleAt(world, n, trouble);
      await improve(world, {}, 'olga', key);
      calm(world);
      await world.db.playLate();
      expect(await improve(world, {}, 'olga', key)).toMatchObject({ ok: true, data: { oddsVersion: 2 } });
      for (let minute = 0; minute < 2; minute += 1) {
        world.advance(3 * MINUTE_MS);
        await world.tick();
      }
      expect([budget(world)?.left.launch, budget(world)?.open, units(world)]).toEqual([7_000, 0, 3]);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(5);
  },
);

describe('what is not in the consumer’s favour is a problem', () => {
  const before = aDraw({ prizes: PRIZES, chanceSale: { points: 100, perDay: 2 } });
  const changed = (change: Partial<Draw>): Draw => ({
    ...improvedDraw(before, [], before.startsAtMs, 'dr_x'),
    ...change,
  });
  const kettle = (change: Partial<DrawPrize>): readonly DrawPrize[] =>
    PRIZES.map((prize) => (prize.consolation ? prize : ({ ...prize, ...change } as DrawPrize)));

  test.each([
    ['TAKEN_OFF:kettle', { prizes: PRIZES.slice(1) }],
    ['ODDS_WORSE:kettle', { prizes: kettle({ oddsPpm: 1 }) }],
    ['PRIZE_CHANGED:kettle', { prizes: kettle({ valueFen: 1 }) }],
    ['PRIZE_CHANGED:kettle', { prizes: kettle({ claimDays: 1 }) }],
    ['LIMIT_WORSE:kettle', { prizes: kettle({ perResident: 1 }) }],
    ['STOCK_WORSE:kettle', { prizes: kettle({ stock: aStock({ count: 2 }) }) }],
    ['TERMS_CHANGED', { endsAtMs: before.endsAtMs + DAY_MS }],
    ['TERMS_CHANGED', { seedHash: 'other' }],
    ['TERMS_CHANGED', { chancesPerOrder: 0 }],
    ['RULES_CHANGED', { rules: ['换了'] }],
    ['SALE_WORSE', { chanceSale: { points: 101, perDay: 2 } }],
    ['SALE_WORSE', { chanceSale: null }],
  ])('%s', (problem, change) => {
    expect(problemsOfChange(before, changed(change))).toContain(problem);
  });

  test('a new prize, a rule more, cheaper chances: none', () => {
    const prizes = [...PRIZES, aProduct({ drawPrizeId: 'cup' })];
    const better = changed({ prizes, rules: [...before.rules, '又加了杯子'], chanceSale: { points: 50, perDay: 3 } });
    expect(problemsOfChange(before, better)).toEqual([]);
  });
});
