import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { eggGift } from '../../../../tests/support/giving';
import { asked, receivedOrder } from '../../../../tests/support/refunding';
import { exampleOffers, type Shop } from '../../../../tests/support/shop';
import { merchantCellId } from '../../../kernel/merchant';

/** The dairy bears 30 % of the window price of milk and of the spend tier. */
const shared = () =>
  exampleOffers().map((offer) =>
    offer.kind === 'time-window' || offer.kind === 'spend-tiers' ? { ...offer, funding: { dairy: 3_000 } } : offer,
  );
/** ¥7.50 of milk: 225. ¥12 of the tier: floor(872 × 0.3) + floor(328 × 0.3) = 261 + 98. */
const BORNE_FEN = 225 + 261 + 98;

async function statementOf(shop: Shop) {
  shop.asStaff('op', ['operator']);
  const reply = await shop.staffCall('op', 'budget.statement', { merchantId: 'dairy', month: '202611' });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const { borneFen, undoneFen } = reply.data as { borneFen: number; undoneFen: number };
  return [borneFen, undoneFen];
}

test('nothing is borne by an order that is not paid; with its payment ¥5.84, once', async () => {
  const shop = await withAnn({ offers: shared() });
  await shop.buy('ann', { pointsWish: 500 });
  expect(await statementOf(shop)).toEqual([0, 0]);
  const paid = await withAnn({ offers: shared() });
  const orderId = await paidOrder(paid);
  await paid.payCallback(orderId);
  await paid.tick();
  expect(await statementOf(paid)).toEqual([BORNE_FEN, 0]);
});

test('an order that is cancelled undoes all of it', async () => {
  const shop = await withAnn({ offers: shared() });
  const orderId = await paidOrder(shop);
  await shop.call('ann', 'order.cancel', { orderId });
  await shop.tick();
  expect(await statementOf(shop)).toEqual([BORNE_FEN, BORNE_FEN]);
});

test('unit by unit: each undoes its part of the reduction, rounded down together, the last the rest', async () => {
  const shop = await withAnn({ offers: shared() });
  const orderId = await receivedOrder(shop);
  await asked(shop, orderId, { milk: 1 });
  // Of 750 went 250 back: floor(225 / 3); of 1,200 went floor(328 / 3) = 109 back: floor(359 × 109 / 1,200).
  expect(await statementOf(shop)).toEqual([BORNE_FEN, 75 + 32]);
  await asked(shop, orderId, { milk: 2 });
  expect(await statementOf(shop)).toEqual([BORNE_FEN, 225 + 98]);
});

test('a share of a gift is undone with the gift; the account is that of the merchant alone', async () => {
  const shop = await withAnn({ offers: [eggGift({ funding: { dairy: 5_000 } })] });
  const { orderId } = await shop.buy('ann', { lines: { eggs: 2 }, couponIds: [] });
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await shop.tick();
  expect(await statementOf(shop)).toEqual([625, 0]);
  await asked(shop, orderId, { eggs: 1 }, { reason: 'unwanted' });
  expect(await statementOf(shop)).toEqual([625, 625]);
  const cells = shop.engine.dump<{ _id: string }>('cells').filter(({ _id }) => _id.startsWith(merchantCellId('')));
  expect(cells.map(({ _id }) => _id)).toEqual(['merchant_dairy']);
});
