import { DAY_MS } from './period';
import { bringPrizes, codesOf, endOp, endPrize, holdPrizes, isUnnoted, prizesIn, returnPrizes } from './prizes';
import { type Chance, emptyWallet, type Prize, type Wallet } from './wallet';

const NOW_MS = Date.UTC(2026, 10, 22, 2);
const CHANCE = 'order:o1:1';
const CELL = 'prize_wheel_kettle_0';

const aPrize = (change: Partial<Prize> = {}): Prize => ({
  ...{ drawId: 'wheel', drawPrizeId: 'kettle', drawTitle: '收货抽奖', title: '水壶', unit: '把', kind: 'product' },
  ...{ wonAtMs: NOW_MS - DAY_MS, claimUntilMs: NOW_MS + DAY_MS, state: 'claimed', givenId: null },
  ...{ picture: 'kettle', valueFen: 1_000, claim: { way: 'next-order' } },
  ...change,
});

const used: Chance = {
  ...{ state: 'used', drawId: 'wheel', at: NOW_MS, orderId: 'o1' },
  spin: {
    ...{ atMs: NOW_MS, oddsVersion: 1, slot: 0, drawnPrizeId: 'kettle', givenPrizeId: 'kettle', turned: null },
    cell: CELL,
  },
};

const aWallet = (prize: Prize): Wallet => ({
  ...emptyWallet('r_1'),
  chances: { [CHANCE]: used },
  prizes: { [CHANCE]: prize },
});

const stateIn = ({ prizes }: Wallet) => prizes[CHANCE]?.state;

describe('the next order takes along what waits for it', () => {
  test.each([
    ['said: with the next order', {}, 'in-order'],
    ['its last millisecond', { claimUntilMs: NOW_MS + 1 }, 'in-order'],
    ['its time is over', { claimUntilMs: NOW_MS }, 'claimed'],
    ['to be picked up', { claim: { way: 'pick-up', code: 'A'.repeat(16) } as const }, 'claimed'],
    ['nothing was said', { state: 'to-claim', claim: undefined } as const, 'to-claim'],
    ['another order has it', { state: 'in-order', orderId: 'o8' } as const, 'in-order'],
    ['handed over', { state: 'handed-over' } as const, 'handed-over'],
  ])('%s: %o → %s', (_, change, state) => {
    const held = holdPrizes(aWallet(aPrize(change)), 'o9', NOW_MS);
    expect(stateIn(held)).toBe(state);
    const isTaken = state === 'in-order' && !('orderId' in change);
    expect(Object.keys(prizesIn(held, 'o9'))).toHaveLength(isTaken ? 1 : 0);
  });

  test('nothing waits: the wallet is the very same', () => {
    const wallet = aWallet(aPrize({ state: 'handed-over' }));
    expect(holdPrizes(wallet, 'o9', NOW_MS)).toBe(wallet);
  });
});

describe('the order does not bring it', () => {
  const held = (change: Partial<Prize> = {}) => aWallet(aPrize({ state: 'in-order', orderId: 'o9', ...change }));

  test('unpaid: it waits again as it was, without the order', () => {
    const back = returnPrizes(held(), 'o9', NOW_MS, false);
    expect(back.prizes[CHANCE]).toEqual(aPrize());
  });

  test('of another order: it stays where it is', () => {
    expect(stateIn(returnPrizes(held(), 'o7', NOW_MS, true))).toBe('in-order');
  });

  test.each([
    ['paid, its time not over', true, NOW_MS + 1, NOW_MS + 1],
    ['paid, its time over: 3 days more', true, NOW_MS, NOW_MS + 3 * DAY_MS],
    ['unpaid, its time over: it is over', false, NOW_MS, NOW_MS],
  ])('%s', (_, wasPaid, claimUntilMs, after) => {
    const back = returnPrizes(held({ claimUntilMs }), 'o9', NOW_MS, wasPaid);
    expect(back.prizes[CHANCE]?.claimUntilMs).toBe(after);
  });

  test('3 more days are given once', () => {
    const back = returnPrizes(held({ claimUntilMs: NOW_MS, lengthened: true }), 'o9', NOW_MS, true);
    expect(back.prizes[CHANCE]?.claimUntilMs).toBe(NOW_MS);
  });

  test('the order that won it was refunded meanwhile: revoked now, and its unit goes back', () => {
    const back = returnPrizes(held({ undone: true }), 'o9', NOW_MS, true);
    expect(stateIn(back)).toBe('revoked');
    expect(back.journal[endOp(CHANCE)]).toMatchObject({ s: 'done', returns: { [CELL]: { n: 1 } } });
  });
});

test('delivered: handed over; one that is not with the order any more stays as it is', () => {
  const wallet = aWallet(aPrize({ state: 'in-order', orderId: 'o9' }));
  expect(bringPrizes(wallet, 'o9', NOW_MS).prizes[CHANCE]).toMatchObject({ state: 'handed-over', endedAtMs: NOW_MS });
  expect(bringPrizes(wallet, 'o8', NOW_MS)).toBe(wallet);
});

describe('an end that nobody fetched it before', () => {
  test('gives its unit back under an op of its own, once', () => {
    const ended = endPrize(aWallet(aPrize()), CHANCE, 'expired', NOW_MS);
    expect(ended.journal[endOp(CHANCE)]?.returns).toEqual({ [CELL]: { n: 1 } });
    expect(endPrize(ended, CHANCE, 'revoked', NOW_MS + 1)).toBe(ended);
  });

  test.each(['given', 'in-order', 'handed-over', 'expired', 'revoked'] as const)('%s does not end', (state) => {
    const wallet = aWallet(aPrize({ state }));
    expect(endPrize(wallet, CHANCE, 'expired', NOW_MS)).toBe(wallet);
  });

  test('what came by no draw has no unit', () => {
    const { journal } = endPrize({ ...aWallet(aPrize({ drawId: '' })), chances: {} }, CHANCE, 'expired', NOW_MS);
    expect(journal[endOp(CHANCE)]?.returns).toBeUndefined();
  });
});

test('codes are those to be picked up, used and expired ones too', () => {
  const claim = { way: 'pick-up', code: 'A'.repeat(16) } as const;
  expect(codesOf(aWallet(aPrize({ claim })))).toEqual([claim.code]);
  expect(codesOf(aWallet(aPrize({ claim, state: 'handed-over' })))).toEqual([claim.code]);
  expect(codesOf(aWallet(aPrize()))).toEqual([]);
});

test.each([
  ['to-claim', undefined, false],
  ['claimed', undefined, true],
  ['claimed', 'claimed', false],
  ['in-order', 'claimed', false],
  ['handed-over', 'claimed', true],
  ['given', undefined, true],
] as const)('%s, the books know %s: to be noted %s', (state, noted, expected) => {
  expect(isUnnoted(aPrize({ state, ...(noted ? { noted } : {}) }))).toBe(expected);
});
