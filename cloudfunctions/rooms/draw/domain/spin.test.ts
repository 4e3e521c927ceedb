import { drawSlot } from '../../../kernel/fairness';
import { chanceId } from '../../../kernel/ids';
import { DAY_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { grantChances, openChances } from './chance';
import { problemsOfDraw } from './problems';
import { decideSpin, outcomeOf, type SpinAttempt } from './spin';
import { setAsideFen } from './stock';
import {
  aChance,
  aConsolation,
  aCouponPrize,
  aDraw,
  aPointsPrize,
  aProduct,
  aStock,
  aWallet,
  NOW_MS,
} from './support/builders';
import { endChances } from './upkeep';
import { drawView } from './view';

const SEED = '00'.repeat(32);
const CHANCE = chanceId('order', 'o1', 1);

const givers: SpinAttempt['givers'] = { coupon: (wallet) => wallet, points: (wallet) => wallet };

function attempt(change: Partial<SpinAttempt> = {}): SpinAttempt {
  const draw = change.draw ?? aDraw();
  return {
    op: 'sp_1',
    chanceId: CHANCE,
    nowMs: NOW_MS,
    draw,
    outcome: outcomeOf(draw, SEED, CHANCE),
    cell: 'prize_draw_1_kettle_0',
    turned: null,
    key: { keyHash: 'k1', inputHash: 'i1' },
    paused: false,
    givers,
    ...change,
  };
}

const wallet = aWallet({ chances: { [CHANCE]: aChance() } });
const outcome = (of: Wallet, change: Partial<SpinAttempt> = {}) => {
  const decision = decideSpin(of, attempt(change));
  return 'write' in decision ? { write: decision.write, reply: decision.value } : { write: null, reply: decision.keep };
};

test('32 zero bytes, draw_1, order:o1:1: slot 982,659, as anybody can recompute', () => {
  expect(drawSlot(SEED, 'draw_1', CHANCE)).toBe(982_659);
  expect(outcome(wallet).reply).toMatchObject({ ok: true, data: { spin: { slot: 982_659 } } });
});

test.each([
  [982_659, 'thanks'],
  [982_660, 'kettle'],
])('the kettle on slots 0 … %i − 1: slot 982,659 draws %s', (oddsPpm, drawn) => {
  const draw = aDraw({ prizes: [aProduct({ oddsPpm }), aConsolation({ oddsPpm: 1_000_000 - oddsPpm })] });
  expect(outcomeOf(draw, SEED, CHANCE).drawn.drawPrizeId).toBe(drawn);
});

test('won: chance used, prize to claim for 30 days, journal names the cell', () => {
  const { write, reply } = outcome(wallet);
  expect(write?.chances[CHANCE]).toMatchObject({
    state: 'used',
    spin: {
      drawnPrizeId: 'kettle',
      givenPrizeId: 'kettle',
      turned: null,
      cell: 'prize_draw_1_kettle_0',
      oddsVersion: 1,
    },
  });
  expect(write?.prizes[CHANCE]).toMatchObject({ state: 'to-claim', claimUntilMs: NOW_MS + 30 * DAY_MS });
  expect(write?.journal.sp_1).toMatchObject({ cells: ['prize_draw_1_kettle_0'], keyHash: 'k1' });
  expect(reply).toMatchObject({ data: { openChances: [], prize: { prizeId: CHANCE } } });
});

test.each(['OUT_OF_STOCK', 'AHEAD_OF_PACE', 'DAY_LIMIT'] as const)(
  '%s: the consolation, and the spin records both',
  (turned) => {
    const { write } = outcome(wallet, { cell: null, turned });
    expect(write?.chances[CHANCE]).toMatchObject({
      spin: { drawnPrizeId: 'kettle', givenPrizeId: 'thanks', turned, cell: null },
    });
    expect(write?.journal.sp_1).toMatchObject({ kind: 'draw-won', points: 5, cells: [] });
  },
);

test.each([
  [0, null],
  [1, 'RESIDENT_LIMIT'],
])('at most one kettle a resident, %i won before: %s', (won, turned) => {
  const draw = aDraw({ prizes: [aProduct({ oddsPpm: 1_000_000, perResident: 1 }), aConsolation()] });
  const { write } = outcome({ ...wallet, counters: { prize_draw_1_kettle: won } }, { draw });
  expect(write?.chances[CHANCE]).toMatchObject({ spin: { turned } });
});

describe('refused, each by its own code', () => {
  test.each([
    ['NO_CHANCE', aWallet(), {}],
    ['NO_CHANCE', aWallet({ chances: { [CHANCE]: aChance({ drawId: 'draw_2' }) } }), {}],
    ['DRAW_PAUSED', wallet, { paused: true }],
    ['DRAW_NOT_RUNNING', wallet, { draw: aDraw({ startsAtMs: NOW_MS + 1 }) }],
    ['DRAW_NOT_RUNNING', wallet, { draw: aDraw({ endsAtMs: NOW_MS }) }],
    ['CHANCE_EXPIRED', aWallet({ chances: { [CHANCE]: aChance({ expiresAtMs: NOW_MS }) } }), {}],
    [
      'REQUEST_KEY_REUSED',
      { ...wallet, journal: { sp_2: { at: 1, s: 'done', kind: 'draw-spin', keyHash: 'k1' } } },
      {},
    ],
  ] as const)('%s', (code, of, change) => {
    expect(outcome(of, change)).toMatchObject({ write: null, reply: { ok: false, code } });
  });

  test('1 ms before its end a chance still spins, and so does the draw', () => {
    const late = aWallet({ chances: { [CHANCE]: aChance({ expiresAtMs: NOW_MS + 1 }) } });
    expect(outcome(late, { draw: aDraw({ endsAtMs: NOW_MS + 1 }) }).reply.ok).toBe(true);
  });
});

test('used: the same reply whoever asks, from the journal and, when that is pruned, from the chance', () => {
  const { write, reply } = outcome(wallet);
  if (!write) throw new Error('not written');
  const other = { key: { keyHash: 'k2', inputHash: 'i1' }, cell: null, turned: 'OUT_OF_STOCK' as const };
  expect(outcome(write, other)).toEqual({ write: null, reply });
  expect(outcome({ ...write, journal: {} }, other)).toEqual({ write: null, reply });
});

describe('chances', () => {
  const data = {
    drawId: 'draw_1',
    orderId: 'o1',
    chances: 2,
    firstN: 1,
    atMs: NOW_MS,
    expiresAtMs: NOW_MS + DAY_MS,
  };

  test('an order of two chances: order:o1:1 and order:o1:2, once', () => {
    const once = grantChances(aWallet(), data);
    expect(openChances(once, 'draw_1', NOW_MS)).toEqual(['order:o1:1', 'order:o1:2']);
    expect(grantChances(once, data)).toEqual(once);
  });

  test('chances of a second draw go on counting: order:o1:3', () => {
    const both = grantChances(grantChances(aWallet(), data), { ...data, drawId: 'draw_2', chances: 1, firstN: 3 });
    expect(openChances(both, 'draw_2', NOW_MS)).toEqual(['order:o1:3']);
  });

  test.each([
    [-1, 2],
    [0, 0],
  ])('%i ms from their end %i are open', (offsetMs, count) => {
    const kept = endChances(grantChances(aWallet(), data), NOW_MS + DAY_MS + offsetMs);
    expect(Object.keys(kept.chances)).toHaveLength(count);
  });

  test('a prize nobody claimed expires at its end', () => {
    const { write } = outcome(wallet);
    const endMs = NOW_MS + 30 * DAY_MS;
    expect(endChances(write ?? wallet, endMs - 1).prizes[CHANCE]?.state).toBe('to-claim');
    expect(endChances(write ?? wallet, endMs).prizes[CHANCE]?.state).toBe('expired');
  });
});

const nobody = { staffExcluded: false, chanceSale: null, winners: { winners: [], bigWinners: [] } };

test('the seed is shown from the end on, never before, even where it is handed in', () => {
  const facts = { wallet, cells: new Map(), paused: false, revealedSeedHex: SEED, ...nobody };
  expect(drawView(aDraw(), { ...facts, nowMs: aDraw().endsAtMs - 1 }).seedHex).toBeNull();
  expect(drawView(aDraw(), { ...facts, nowMs: aDraw().endsAtMs }).seedHex).toBe(SEED);
});

describe('publish check', () => {
  const thanks = aConsolation();
  test.each([
    ['ODDS_NOT_A_MILLION', { prizes: [aProduct({ oddsPpm: 999_999 }), thanks] }],
    ['NOT_ONE_CONSOLATION', { prizes: [aProduct({ oddsPpm: 1_000_000 })] }],
    [
      'NOT_ONE_CONSOLATION',
      { prizes: [aProduct({ oddsPpm: 1_000_000 }), thanks, aConsolation({ drawPrizeId: 'more' })] },
    ],
    ['CONSOLATION_RUNS_OUT:thanks', { prizes: [aProduct({ oddsPpm: 1_000_000 }), aConsolation({ stock: aStock() })] }],
    ['NO_STOCK:coupon', { prizes: [aCouponPrize('t', { oddsPpm: 1_000_000, stock: null }), thanks] }],
    ['PRIZE_TWICE', { prizes: [aProduct({ oddsPpm: 500_000 }), aProduct({ oddsPpm: 500_000 }), thanks] }],
    ['STOCK:kettle', { prizes: [aProduct({ oddsPpm: 1_000_000, stock: aStock({ count: 201 }) }), thanks] }],
    [
      'STOCK:kettle',
      { prizes: [aProduct({ oddsPpm: 1_000_000, stock: aStock({ count: 8, cellCount: 2, perDay: 1 }) }), thanks] },
    ],
    [
      'PRIZE_ABOVE_LAW',
      { prizes: [aProduct({ oddsPpm: 1_000_000, valueFen: 2_500_001 }), thanks], chancesPerOrder: 2 },
    ],
    ['RULES_MISSING', { rules: [] }],
    ['TIME', { endsAtMs: NOW_MS - DAY_MS }],
  ])('%s', (problem, change) => {
    expect(problemsOfDraw(aDraw(change))).toContain(problem);
  });

  test('¥25,000 twice an order is the most the law allows; a sound draw has no problem', () => {
    const prizes = [aProduct({ oddsPpm: 1_000_000, valueFen: 2_500_000 }), thanks];
    expect(problemsOfDraw(aDraw({ prizes, chancesPerOrder: 2 }))).toEqual([]);
  });

  test('set aside: count × value of what has stock; points without end cost nothing', () => {
    expect(setAsideFen(aDraw({ prizes: [aProduct({ valueFen: 9_900 }), aPointsPrize(), thanks] }))).toBe(29_700);
  });
});
