import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawWorld, giveChances, spin } from '../../../tests/support/draw-world';
import { type BenefitForm, mayGive, REWARD_RULES, sourceOf } from '../../kernel/reward';
import type { DrawView } from './contract';
import { problemsOfDraw } from './domain/problems';
import { aConsolation, aDraw, aPointsPrize, aProduct, aStock } from './domain/support/builders';

const page = (reply: unknown): DrawView => (reply as { data: DrawView }).data;
const kettle = (valueFen: number) => aProduct({ oddsPpm: 1_000_000, valueFen });

describe('¥50,000 is the most, chances of one order summed (SAMR order 32)', () => {
  test.each([
    [5_000_000, 1, false],
    [5_000_001, 1, true],
    [2_500_000, 2, false],
    [2_500_001, 2, true],
    [1_666_666, 3, false],
    [1_666_667, 3, true],
  ])('%i fen, %i chances an order: refused %s', (valueFen, chancesPerOrder, refused) => {
    const problems = problemsOfDraw(aDraw({ prizes: [kettle(valueFen), aConsolation()], chancesPerOrder }));
    expect(problems.includes('PRIZE_ABOVE_LAW')).toBe(refused);
  });
});

describe('chances come from orders and points, never from sharing or joining (WeChat, notice of Dec 2020)', () => {
  test('the only rules that may give chances are those of an order', () => {
    const giving = REWARD_RULES.filter((rule) => mayGive(rule, 'chances' satisfies BenefitForm));
    expect([...new Set(giving.map(sourceOf))]).toEqual(['order']);
  });

  test('chances are written by three files: an order’s, a sale’s and a spin’s', () => {
    const makers = sources(join(__dirname, '..'))
      .filter(({ text }) => /\.\.\.\w+(\.\w+)*\.chances\b/.test(text))
      .map(({ path }) => path);
    expect(makers.sort()).toEqual(['draw/domain/chance-sale.ts', 'draw/domain/chance.ts', 'draw/domain/spin.ts']);
  });
});

describe('before the first spin', () => {
  test('odds, counts, limits, pace, values, rules, organiser and the seed’s fingerprint are there, without a chance', async () => {
    const stock = aStock({ count: 20, burst: 2, perDay: 3 });
    const prizes = [
      aProduct({ oddsPpm: 200_000, perResident: 1, stock }),
      aPointsPrize({ oddsPpm: 300_000 }),
      aConsolation({ oddsPpm: 500_000 }),
    ];
    const world = await drawWorld(aDraw({ prizes, layout: 'wheel' }));
    const seen = page(await world.call('newcomer', 'draw.view', { drawId: 'draw_1' }));
    expect(seen.prizes.reduce((sum, { oddsPpm }) => sum + oddsPpm, 0)).toBe(1_000_000);
    expect(seen.prizes[0]).toMatchObject({
      ...{ count: 20, left: 20, perDay: 3, perResident: 1, burst: 2, valueFen: 1_000, claimDays: 30 },
    });
    expect([seen.rules.length, seen.organiser, seen.seedHash.length, seen.seedHex]).toEqual([
      1,
      '邻礼便利店',
      64,
      null,
    ]);
    expect(seen.openChances).toEqual([]);
  });

  test.each([
    ['no organiser', { organiser: '' }],
    ['no rules', { rules: [] }],
  ])('%s: not published', (_, change) => {
    expect(problemsOfDraw(aDraw(change))).toContain('RULES_MISSING');
  });
});

test('who works for the shop wins nothing', async () => {
  const world = await drawWorld(aDraw());
  giveChances(world, 'lin');
  world.asStaff('lin', ['promoter']);
  expect(await spin(world, 'lin')).toMatchObject({ ok: false, code: 'STAFF_EXCLUDED' });
});

describe('winners', () => {
  const prizes = [kettle(50_000), aConsolation()];

  test('of ¥500 and more are on the page at all times, and named by nothing that tells who they are', async () => {
    const world = await drawWorld(aDraw({ prizes }));
    giveChances(world, 'mei');
    await spin(world, 'mei');
    world.advance(3 * 60_000);
    await world.tick();
    const seen = page(await world.call('an', 'draw.view', { drawId: 'draw_1' }));
    expect(seen.bigWinners).toMatchObject([{ title: 'kettle', valueFen: 50_000, isMine: false }]);
    expect(JSON.stringify(seen.bigWinners)).not.toContain(world.residentId('mei'));
    world.nowMs = aDraw().endsAtMs + 1;
    expect(page(await world.call('an', 'draw.view', { drawId: 'draw_1' })).bigWinners).toHaveLength(1);
  });

  test('¥499.99 is in the list, not among those', async () => {
    const world = await drawWorld(aDraw({ prizes: [kettle(49_999), aConsolation()] }));
    giveChances(world, 'mei');
    await spin(world, 'mei');
    world.advance(3 * 60_000);
    await world.tick();
    const seen = page(await world.call('mei', 'draw.view', { drawId: 'draw_1' }));
    expect([seen.winners.length, seen.bigWinners.length, seen.winners[0]?.isMine]).toEqual([1, 0, true]);
  });
});

test('records are kept: nothing removes spins, versions, seeds, notes or settlements (two years and more)', () => {
  const removing = sources(join(__dirname, '..', '..'))
    .filter(({ text }) => /\.remove\(\s*(LEDGER|'ledger'|'draws'|'drawSeeds'|PRIZE_NOTES|SETTLEMENTS)/.test(text))
    .map(({ path }) => path);
  expect(removing).toEqual([]);
});

/** Sources below a folder, tests and what supports them left out. */
function sources(folder: string, from = folder): { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'support' ? [] : sources(path, from);
    const isSource = entry.name.endsWith('.ts') && !entry.name.includes('.test.');
    return isSource ? [{ path: path.slice(from.length + 1), text: readFileSync(path, 'utf8') }] : [];
  });
}
