import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { calm, troubleAt } from '../../../../tests/support/trouble';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { EXPIRY_GRACE_MS } from '../domain/referral';
import { expireReferrals } from './upkeep';

async function bound(): Promise<Quarter> {
  const q = await aQuarter({ offers: [] });
  for (const name of ['gui', 'ann']) q.moveIn(name);
  await q.bound('ann', await q.cardOf('gui'));
  return q;
}

/** The order is received, and the function dies before anybody is told. */
async function receivedInSilence(q: Quarter, orderId: string): Promise<void> {
  troubleAt(q, 1, 'crash after');
  await q.call('ann', 'order.receive', { orderId });
  calm(q);
}

const rewards = (q: Quarter) => [q.rewardsOf('ann').length, q.rewardsOf('gui').length];

async function minutes(q: Quarter, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    q.advance(MINUTE_MS);
    await q.tick();
  }
}

test('two first orders: the second is heard of before the first, whose function died; both are rewarded once', async () => {
  const q = await bound();
  const first = await q.firstOrder('ann', 'delivered');
  const second = await q.firstOrder('ann', 'delivered');
  await receivedInSilence(q, first);
  q.advance(1_000);
  await q.receive('ann', second);
  await minutes(q, 4);
  expect([q.referralOf('ann').state, rewards(q)]).toEqual(['rewarded', [1, 1]]);
});

test('received in its last hour and not heard of yet: 30 days are not over for it', async () => {
  const q = await bound();
  q.advance(30 * DAY_MS - MINUTE_MS);
  const orderId = await q.firstOrder('ann', 'delivered');
  q.advance(MINUTE_MS + EXPIRY_GRACE_MS);
  await receivedInSilence(q, orderId);
  await expireReferrals(q.context());
  expect(q.referralOf('ann').state).toBe('bound');
  await minutes(q, 4);
  expect([q.referralOf('ann').state, rewards(q)]).toEqual(['rewarded', [1, 1]]);
});

test('30 days are over: 1,100 orders of one neighbour that came to nothing hide no other neighbour’s order on its way', async () => {
  const q = await bound();
  q.moveIn('bea');
  await q.bound('bea', await q.cardOf('gui'));
  q.advance(29 * DAY_MS);
  const orderId = await q.firstOrder('bea', 'paid');
  const order = q.order(orderId);
  const { _id: referralId, inviteeId: residentId } = q.referralOf('ann');
  for (let n = 0; n < 1_100; n += 1)
    q.engine.put('orders', { ...order, _id: `0_${n}`, referralId, residentId, state: 'closed', effects: {} } as never);
  q.advance(DAY_MS + EXPIRY_GRACE_MS);
  await expireReferrals(q.context());
  expect([q.referralOf('ann').state, q.referralOf('bea').state]).toEqual(['expired', 'bound']);
});
