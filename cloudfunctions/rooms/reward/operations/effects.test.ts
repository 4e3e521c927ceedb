import { aWorld, START_MS, type World } from '../../../../tests/support/world';
import type { CouponTerms } from '../../../kernel/coupon';
import { DAY_MS } from '../../../kernel/period';
import { type Benefit, opOfReward, type RewardRule, revokeEffect, rewardEffect } from '../../../kernel/reward';
import type { Wallet } from '../../../kernel/wallet';
import type { Effect } from '../../../platform/effects';
import { carryOut } from '../../../platform/outbox/carry-out';
import type { DeciderRules } from '../../../platform/outbox/decider';
import { rewardRoom } from '..';

const ANN = 'r_ann';
const TERMS: CouponTerms = { kind: 'fixed', scope: { all: true }, minSpendFen: 3_000, offFen: 500, group: 'a' };
const PROMISE = { templateId: 'tea5', title: '满 30 减 5', days: 14, terms: TERMS };
const COUPON: Benefit = { form: 'coupon', promise: PROMISE, campaignId: null, reserve: null };
const POINTS: Benefit = { form: 'points', points: 200, pendingDays: 7 };
const SERVICE: Benefit = { form: 'service', title: '上门安装', valueFen: 5_000, days: 30 };
const CHANCES: Benefit = { form: 'chances', drawId: 'wheel', chances: 2, firstN: 1, expiresAtMs: START_MS + DAY_MS };

const rules: DeciderRules = {
  collection: 'orders',
  asRead: {},
  settleHold: (wallet) => wallet,
  isOnWallet: () => true,
  carry: () => Promise.reject(new Error('nothing here is off the wallet')),
};

const reward = (benefit: Benefit, rule: RewardRule = 'referral-inviter') => ({
  ...{ rule, causeId: 'c1', residentId: ANN, n: 1, benefit, atMs: START_MS },
});
const undone = (benefit: Benefit, rule?: RewardRule) =>
  revokeEffect({ ...reward(benefit, rule), reason: 'referral-refunded', returnsIfUnused: { prize_card_0: { n: 1 } } });
const opOf = (benefit: Benefit, rule?: RewardRule) => opOfReward(reward(benefit, rule));

async function carry(world: World, ...effects: readonly Effect[]): Promise<Wallet> {
  const decider = { _id: 'c1', effects: Object.fromEntries(effects.map((effect, n) => [`e${n}`, effect])) };
  world.engine.put('orders', decider);
  world.engine.put('cells', {
    _id: 'prize_card_0',
    left: { n: 0 },
    initial: { n: 9 },
    horizon: 0,
    open: 0,
    held: {},
  } as never);
  expect(await carryOut(world.context(), rules, decider)).toBe(true);
  const [wallet] = world.engine.dump<Wallet>('wallets');
  if (!wallet) throw new Error('no wallet');
  return wallet;
}

test('a coupon comes under its op, as promised, once', async () => {
  const world = aWorld([rewardRoom]);
  await carry(world, rewardEffect(reward(COUPON)));
  const { coupons, journal } = await carry(world, rewardEffect(reward(COUPON)));
  const op = opOf(COUPON);
  expect(Object.keys(coupons)).toEqual([op]);
  expect(coupons[op]).toMatchObject({ source: 'referral', terms: TERMS, validUntilMs: START_MS + 14 * DAY_MS });
  expect(journal[op]).toMatchObject({ kind: 'coupon-issued', cause: 'c1' });
});

test.each([
  ['referral-inviter', 'referral:c1', 'referral-earned'],
  ['order-add-on', 'order:c1', 'order-add-on'],
  ['event-check-in', 'event:c1', 'event-earned'],
  ['review', 'review:c1', 'review-earned'],
  ['compensation', 'compensation:c1', 'compensated'],
] as const)('200 points of %s are a lot of cause %s, told as %s', async (rule, cause, kind) => {
  const { lots, journal } = await carry(aWorld([rewardRoom]), rewardEffect(reward(POINTS, rule)));
  expect(Object.values(lots)).toMatchObject([{ points: 200, cause, spendableFromMs: START_MS + 7 * DAY_MS }]);
  expect(journal[opOf(POINTS, rule)]).toMatchObject({ kind, points: 200 });
});

test('2 chances of an order are order:c1:1 and order:c1:2', async () => {
  const { chances } = await carry(aWorld([rewardRoom]), rewardEffect(reward(CHANCES, 'order-received')));
  expect(Object.keys(chances)).toEqual(['order:c1:1', 'order:c1:2']);
});

test('a service is a prize to claim within its 30 days', async () => {
  const { prizes } = await carry(aWorld([rewardRoom]), rewardEffect(reward(SERVICE)));
  expect(prizes[opOf(SERVICE)]).toMatchObject({ state: 'to-claim', claimUntilMs: START_MS + 30 * DAY_MS });
});

describe('undone', () => {
  const left = (world: World) => world.engine.dump<{ _id: string; left: { n: number } }>('cells')[0]?.left.n;

  test.each([
    ['coupon', COUPON, undefined],
    ['points', POINTS, undefined],
    ['service', SERVICE, undefined],
    ['chances', CHANCES, 'order-received'],
  ] as const)('an unused %s leaves nothing, and its limit is back', async (_, benefit, rule) => {
    const world = aWorld([rewardRoom]);
    await carry(world, rewardEffect(reward(benefit, rule)));
    const wallet = await carry(world, undone(benefit, rule));
    expect(wallet.coupons[opOf(benefit, rule)]?.status.state ?? 'revoked').toBe('revoked');
    expect(wallet.prizes[opOf(benefit, rule)]?.state ?? 'revoked').toBe('revoked');
    expect([wallet.lots, wallet.chances, wallet.pointsDebt]).toEqual([{}, {}, 0]);
    expect(left(world)).toBe(1);
  });

  test.each([
    ['coupon', COUPON],
    ['points', POINTS],
  ] as const)('before its %s came: nothing comes of it', async (_, benefit) => {
    const world = aWorld([rewardRoom]);
    await carry(world, undone(benefit));
    const { coupons, lots, pointsDebt } = await carry(world, rewardEffect(reward(benefit)));
    expect(coupons[opOf(benefit)]?.status.state ?? 'revoked').toBe('revoked');
    expect([lots, pointsDebt]).toEqual([{}, 0]);
  });

  test.each([
    ['service', SERVICE, undefined],
    ['chances', CHANCES, 'order-received'],
  ] as const)('before its %s came: none is given', async (_, benefit, rule) => {
    const world = aWorld([rewardRoom]);
    await carry(world, undone(benefit, rule));
    const { prizes, chances } = await carry(world, rewardEffect(reward(benefit, rule)));
    expect([prizes, chances]).toEqual([{}, {}]);
  });

  test.each([
    ['claimed and not handed over', 'claimed', 'revoked', 1],
    ['handed over', 'handed-over', 'handed-over', 0],
  ] as const)(
    'a service that is %s is %s; then it is %s, and of its limit comes back: %i',
    async (_, before, after, units) => {
      const world = aWorld([rewardRoom]);
      const wallet = await carry(world, rewardEffect(reward(SERVICE)));
      const op = opOf(SERVICE);
      const prize = wallet.prizes[op];
      if (!prize) throw new Error('no service');
      world.engine.put('wallets', { ...wallet, prizes: { [op]: { ...prize, state: before } } } as never);
      const { prizes } = await carry(world, undone(SERVICE));
      expect([prizes[op]?.state, left(world)]).toEqual([after, units]);
    },
  );

  test('150 of 200 points spent: 50 are taken, 150 owed, and its limit stays used', async () => {
    const world = aWorld([rewardRoom]);
    const wallet = await carry(world, rewardEffect(reward(POINTS)));
    const [[lotId, lot] = []] = Object.entries(wallet.lots);
    if (!lotId || !lot) throw new Error('no lot');
    world.engine.put('wallets', { ...wallet, lots: { [lotId]: { ...lot, points: 50 } } } as never);
    const after = await carry(world, undone(POINTS));
    expect([after.lots, after.pointsDebt]).toEqual([{}, 150]);
    expect(after.journal[undone(POINTS).op]).toMatchObject({ kind: 'reward-taken-back', points: -200 });
    expect(left(world)).toBe(0);
  });

  test('a coupon that an order has stays until it comes back, and its limit stays used', async () => {
    const world = aWorld([rewardRoom]);
    const wallet = await carry(world, rewardEffect(reward(COUPON)));
    const op = opOf(COUPON);
    const coupon = wallet.coupons[op];
    if (!coupon) throw new Error('no coupon');
    const locked = { ...coupon, status: { state: 'locked', orderId: 'o1' } };
    world.engine.put('wallets', { ...wallet, coupons: { [op]: locked } } as never);
    const after = await carry(world, undone(COUPON));
    expect(after.coupons[op]).toMatchObject({ status: { state: 'locked' }, revokeOnReturn: 'referral-refunded' });
    expect(left(world)).toBe(0);
  });
});
