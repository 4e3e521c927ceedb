import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import {
  annReceived,
  askExchange,
  exchangeAsked,
  exchangeOf,
  sueDid,
  sueDoes,
  withdraw,
} from '../../../../../tests/support/exchanging';
import { linesOf } from '../../../../../tests/support/refunding';
import { SHELF, type Shop } from '../../../../../tests/support/shop';
import { DAY_MS } from '../../../../kernel/period';

const SEEDS = [1, 2, 3, 4, 5, 6];
/** Of 30, Ann has 3. */
const milk = (shop: Shop): number => shop.left(SHELF, 'milk');

/** Both at once, the second one first where the seed is even. */
const atOnce = (seed: number, a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(seed % 2 ? [a(), b()] : [b(), a()]);

async function setAside(seed: number): Promise<{ shop: Shop; orderId: string; no: string }> {
  const { shop, orderId } = await annReceived({ seed });
  const no = await exchangeAsked(shop, orderId, { milk: 3 });
  await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
  return { shop, orderId, no };
}

test.each(SEEDS)(
  'money and a withdrawal at once, seed %i: one of them, and three milk on the shelf again',
  async (seed) => {
    const { shop, orderId, no } = await setAside(seed);
    await atOnce(
      seed,
      () => sueDoes(shop, no, 'decideExchange', { decision: 'money' }),
      () => withdraw(shop, no),
    );
    await shop.tick();
    const isPaid = exchangeOf(shop, no).state === 'refunded';
    expect(exchangeOf(shop, no).state).toBe(isPaid ? 'refunded' : 'withdrawn');
    expect([milk(shop), shop.pay.refundNumbers(orderId)]).toEqual([27, isPaid ? [`${orderId}-r1`] : []]);
  },
);

test.each(SEEDS)('a hand-over and a withdrawal at once, seed %i: with Ann or on the shelf', async (seed) => {
  const { shop, no } = await setAside(seed);
  await atOnce(
    seed,
    () => sueDoes(shop, no, 'moveExchange', { to: 'handed-over' }),
    () => withdraw(shop, no),
  );
  await shop.tick();
  expect([exchangeOf(shop, no).state, milk(shop)]).toEqual(
    exchangeOf(shop, no).state === 'withdrawn' ? ['withdrawn', 27] : ['handed-over', 24],
  );
});

test.each(SEEDS)(
  'support opens a refund and Ann asks for an exchange of the same unit at once, seed %i: one',
  async (seed) => {
    const { shop, orderId } = await annReceived({ seed });
    const wish = { orderId, lines: linesOf({ milk: 3 }), reason: 'quality' };
    const seen = await shop.staffCall('sue', 'order.previewRefund', wish);
    const { expected } = (seen as unknown as { data: { expected: string } }).data;
    const replies = await atOnce(
      seed,
      () => shop.staffCall('sue', 'order.openRefund', { ...wish, answer: '店长同意退', expected }, shop.key()),
      () => askExchange(shop, orderId, { milk: 3 }),
    );
    expect(replies.filter((reply) => (reply as { ok: boolean }).ok)).toHaveLength(1);
  },
);

test.each(SEEDS)(
  'Ann receives while her milk is handed over, seed %i: received once, rewarded for all of it',
  async (seed) => {
    const shop = await withAnn({ seed });
    shop.asStaff('sue', ['support']);
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    shop.advance(4 * DAY_MS);
    await atOnce(
      seed,
      () => sueDoes(shop, no, 'moveExchange', { to: 'handed-over' }),
      () => shop.call('ann', 'order.receive', { orderId }),
    );
    await shop.tick();
    const { state, effects, refundRev, effectsDueAt } = shop.order(orderId);
    expect([state, exchangeOf(shop, no).state, effects.earn?.done, refundRev, effectsDueAt]).toEqual([
      ...['received', 'handed-over', true, 4, undefined],
    ]);
  },
);
