import { deliver, withAnn } from '../../../../../tests/support/ann';
import { addOn, nextFive } from '../../../../../tests/support/giving';
import { asked, receivedOrder } from '../../../../../tests/support/refunding';
import { aShop, BUDGET, CAMPAIGN, exampleCoupon, type Shop } from '../../../../../tests/support/shop';
import { DAY_MS, MINUTE_MS } from '../../../../kernel/period';
import type { EndedCoupon } from '../../../coupon/domain/ended';

const UNTIL_DAYS = 4;

/** Ann's coupon is 95折 on everything, at most ¥20 off; the launch's budget holds these ¥20 for it since its claim. */
async function withReserve(): Promise<Shop> {
  const shop = await withAnn();
  const terms = {
    kind: 'percentage',
    scope: { all: true },
    minSpendFen: 0,
    payRateBps: 9_500,
    capFen: 2_000,
    group: 'a',
  };
  const reserve = { cellId: BUDGET, q: { [CAMPAIGN]: 2_000 } };
  const coupon = exampleCoupon({
    terms,
    reserve,
    campaignId: CAMPAIGN,
    validUntilMs: shop.nowMs + UNTIL_DAYS * DAY_MS,
  } as never);
  const wallet = shop.wallet('ann');
  shop.engine.put('wallets', { ...wallet, coupons: { c1: coupon } } as never);
  const cell = shop.engine.dump<{ _id: string; left: object }>('cells').find(({ _id }) => _id === BUDGET);
  shop.engine.put('cells', { ...cell, left: { ...cell?.left, [CAMPAIGN]: 998_000 } } as never);
  return shop;
}

/** What coupons took off an order. */
const couponFen = (shop: Shop, orderId: string): number =>
  shop.order(orderId).quote.adjustments.reduce((sum, { couponId, amountFen }) => sum - (couponId ? amountFen : 0), 0);

async function allBack(shop: Shop, orderId: string): Promise<void> {
  shop.asStaff('sue', ['support']);
  const { refundNumber } = await asked(shop, orderId, { milk: 3, rice: 2 }, { reason: 'quality' });
  await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
}

test('a coupon that comes back after receipt keeps as its reserve what it had used, and is never lengthened twice', async () => {
  const shop = await withReserve();
  const orderId = await receivedOrder(shop);
  await shop.tick();
  const usedFen = couponFen(shop, orderId);
  expect(usedFen).toBeGreaterThan(0);
  shop.advance((UNTIL_DAYS + 1) * DAY_MS);
  await allBack(shop, orderId);
  const back = shop.wallet('ann').coupons.c1;
  expect(back).toMatchObject({
    status: { state: 'returned' },
    reserve: { q: { [CAMPAIGN]: usedFen } },
    lengthened: true,
    validUntilMs: shop.nowMs + 3 * DAY_MS,
  });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - usedFen);
});

test('used again for more, it takes the rest from the budget, which is whole when all of it went back', async () => {
  const shop = await withReserve();
  const orderId = await receivedOrder(shop);
  await allBack(shop, orderId);
  const usedFen = couponFen(shop, orderId);
  const again = await shop.buy('ann', { lines: { rice: 6, milk: 6 } });
  const quote = shop.order(again.orderId).quote;
  const nowFen = couponFen(shop, again.orderId);
  expect(nowFen).toBeGreaterThan(usedFen);
  const offersFen = quote.adjustments.reduce((sum, { offerId, amountFen }) => sum - (offerId ? amountFen : 0), 0);
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - nowFen - offersFen);
  await shop.call('ann', 'order.cancel', { orderId: again.orderId });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - usedFen);
});

async function received(shop: Shop, lines: { readonly [skuId: string]: number }): Promise<string> {
  const { orderId } = await shop.buy('ann', { lines });
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await deliver(shop, orderId);
  await shop.call('ann', 'order.receive', { orderId });
  await shop.tick();
  return orderId;
}

async function backAsBad(shop: Shop, orderId: string, units: { readonly [lineId: string]: number }): Promise<void> {
  const { refundNumber } = await asked(shop, orderId, units, { reason: 'quality' });
  await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
  await shop.tick();
}

test('rice brought a coupon, milk used it, it was archived: the rice goes back, then the milk, and it is revoked, its ¥5 back', async () => {
  const offers = [addOn('next', { form: 'coupon', templateId: 'next5', valueFen: 500 })];
  const shop = await aShop({ offers, templates: [nextFive()] });
  shop.asStaff('sue', ['support']);
  await shop.settleIn('ann');
  const rice = await received(shop, { rice: 1 });
  const milk = await received(shop, { milk: 1 });
  expect(couponFen(shop, milk)).toBe(500);
  shop.advance(2 * DAY_MS);
  await shop.tick();
  expect(shop.wallet('ann').coupons).toEqual({});
  await backAsBad(shop, rice, { rice: 1 });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - 500);
  await backAsBad(shop, milk, { milk: 1 });
  shop.advance(MINUTE_MS);
  await shop.tick();
  shop.advance(10 * MINUTE_MS);
  await shop.tick();
  const { coupons } = shop.wallet('ann');
  const ended = shop.engine.dump<EndedCoupon>('coupons').map(({ coupon }) => coupon.status.state);
  expect([coupons, ended.sort(), shop.left(BUDGET, CAMPAIGN)]).toEqual([{}, ['revoked', 'used'], 1_000_000]);
});
