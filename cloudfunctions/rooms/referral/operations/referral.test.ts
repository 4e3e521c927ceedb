import { aQuarter, BOTH_FEN, type Quarter } from '../../../../tests/support/referring';
import { asked } from '../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import { DAY_MS } from '../../../kernel/period';

const FULL_FEN = 1_000_000;
const spentFen = (q: Quarter) => FULL_FEN - q.left(BUDGET, CAMPAIGN);

/** Gui lives here and has a card; Ann has just moved in. */
async function neighbours(): Promise<{ q: Quarter; scene: string }> {
  const q = await aQuarter();
  for (const name of ['gui', 'ann']) q.moveIn(name);
  return { q, scene: await q.cardOf('gui') };
}

test('opening a card shows who invites and what both get, and binds nobody', async () => {
  const { q, scene } = await neighbours();
  const view = await q.landed('ann', scene);
  expect(view).toMatchObject({
    inviter: { name: 'g**', line: '我家菜都在这儿买，送得准，坏了真给退。', building: '', goods: [] },
    programme: { bindDays: 30, mostPerDay: 20, inviteeReward: { form: 'coupon', title: '满 40 减 10', days: 30 } },
    standing: { state: 'open' },
    isNew: true,
  });
  expect([q.referrals(), q.wallet('ann').referral, spentFen(q)]).toEqual([[], undefined, 0]);
});

test('bound once for 30 days: ¥20 of the budget and one of each limit are set aside', async () => {
  const { q, scene } = await neighbours();
  expect(await q.bound('ann', scene)).toMatchObject({ state: 'bound', untilMs: q.nowMs + 30 * DAY_MS });
  expect(q.referralOf('ann')).toMatchObject({ state: 'bound', inviterId: q.residentId('gui'), doubts: [] });
  expect(spentFen(q)).toBe(BOTH_FEN);
  const again = await q.bound('ann', scene);
  expect(again).toEqual(await q.bound('ann', scene));
  expect([q.referrals().length, spentFen(q)]).toEqual([1, BOTH_FEN]);
  expect((await q.landed('ann', scene)).standing).toMatchObject({ state: 'bound', ordered: false });
});

test('both are rewarded when the first order is received, once', async () => {
  const { q, scene } = await neighbours();
  await q.bound('ann', scene);
  const orderId = await q.firstOrder('ann', 'delivered');
  expect([q.rewardsOf('ann'), q.rewardsOf('gui')]).toEqual([[], []]);
  expect((await q.mine('gui')).rows).toMatchObject([{ step: 2, state: 'waiting', orderState: 'delivered' }]);
  await q.receive('ann', orderId);
  await q.receive('ann', orderId);
  await q.tick();
  expect([q.rewardsOf('ann'), q.rewardsOf('gui')]).toEqual([['usable 满 40 减 10'], ['usable 满 40 减 10']]);
  expect(q.referralOf('ann')).toMatchObject({ state: 'rewarded', order: { orderId } });
  expect(q.wallet('ann').referral?.state).toBe('rewarded');
  expect(await q.mine('gui')).toMatchObject({
    ...{ came: 1, received: 1, gained: { coupons: 1, couponsFen: 1_000, points: 0, payoutFen: 0 } },
    rows: [{ name: 'a**', building: '1', step: 3, state: 'rewarded' }],
  });
  expect((await q.mine('ann')).invited).toMatchObject({ inviterName: 'g**', step: 3, state: 'rewarded' });
});

test('an order that goes back whole within 7 days takes both unused coupons, the budget and the limit with it', async () => {
  const { q, scene } = await neighbours();
  await q.bound('ann', scene);
  const orderId = await q.firstOrder('ann');
  q.advance(DAY_MS);
  await asked(q, orderId, { rice: 1 });
  await q.tick();
  expect([q.rewardsOf('ann'), q.rewardsOf('gui')]).toEqual([['revoked 满 40 减 10'], ['revoked 满 40 减 10']]);
  expect(q.referralOf('ann').state).toBe('revoked');
});
