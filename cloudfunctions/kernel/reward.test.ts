import { mayGive, opOfReward, REWARD_RULES, type Reward, revokeEffect, rewardEffect } from './reward';

const coupon: Reward['benefit'] = {
  form: 'coupon',
  promise: {
    templateId: 'tea5',
    title: '满 30 减 5',
    days: 14,
    terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 3_000, offFen: 500, group: 'a' },
  },
  campaignId: null,
  reserve: null,
};
const reward = (over: Partial<Reward> = {}): Reward => ({
  ...{ rule: 'referral-invitee', causeId: 'r_ann', residentId: 'r_ann', n: 1, benefit: coupon, atMs: 1_000 },
  ...over,
});

test('nothing that is shared, visited or joined causes a reward', () => {
  expect(REWARD_RULES.filter((rule) => /shar|visit|open|join|group|moments/.test(rule))).toEqual([]);
});

test('chances come from orders alone; an invitation, an event and a review never bring one', () => {
  expect(REWARD_RULES.filter((rule) => mayGive(rule, 'chances'))).toEqual(['order-received', 'order-add-on']);
  const chances = { form: 'chances', drawId: 'wheel', chances: 1, firstN: 1, expiresAtMs: 2_000 } as const;
  for (const rule of ['referral-invitee', 'referral-inviter', 'event-check-in'] as const)
    expect(() => rewardEffect(reward({ rule, benefit: chances }))).toThrow(RangeError);
});

test('one cause, resident and number is one op; any other part makes another', () => {
  const op = opOfReward(reward());
  expect(op).toMatch(/^rw_[0-9a-f]{32}$/);
  const others = [
    reward({ rule: 'referral-inviter' }),
    reward({ causeId: 'r_bob' }),
    reward({ residentId: 'r_bob' }),
    reward({ n: 2 }),
  ];
  expect(new Set([op, ...others.map(opOfReward)]).size).toBe(5);
  expect(opOfReward(reward({ atMs: 9 }))).toBe(op);
});

test('a coupon is due to the wallet, money to a payout of its own, and each is undone where it went', () => {
  const op = opOfReward(reward());
  expect(rewardEffect(reward())).toMatchObject({ kind: 'reward.issue', target: 'r_ann', op, at: 1_000, done: false });
  const undone = { ...reward(), reason: 'referral-refunded' };
  expect(revokeEffect(undone)).toMatchObject({ kind: 'reward.revoke', target: 'r_ann', data: { of: op } });
  const money = reward({ benefit: { form: 'payout', fen: 500 } });
  expect(rewardEffect(money)).toMatchObject({ kind: 'reward.payout', target: op, op, data: { residentId: 'r_ann' } });
  expect(revokeEffect({ ...undone, benefit: money.benefit })).toMatchObject({ kind: 'reward.withhold', target: op });
});
