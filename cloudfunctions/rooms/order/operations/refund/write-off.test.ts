import { deliver, withAnn } from '../../../../../tests/support/ann';
import { eggGift } from '../../../../../tests/support/giving';
import { asked, listed, toDecide } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../../tests/support/trouble';
import { DAY_MS, MINUTE_MS } from '../../../../kernel/period';
import type { Offer } from '../../../settlement';

const REASON = '联系了三次，没有送回';
/** The egg that was missing, and the freight with it. */
const BROUGHT_FEN = 1_880 + 500;

/** Two eggs at ¥18.80 bring a milk of which the dairy bears half; one egg went back, the milk did not. */
async function giftKept(valueUnitFen = 1_250): Promise<{ shop: Shop; orderId: string; refundNumber: string }> {
  const gift = { giftSkuId: 'milk', quantity: 1, valueUnitFen };
  const parameters = { per: { form: 'each', units: 2 }, gift };
  const shop = await withAnn({ offers: [eggGift({ funding: { dairy: 5_000 }, parameters } as Partial<Offer>)] });
  shop.asStaff('sue', ['support']);
  const { orderId } = await shop.buy('ann', { lines: { eggs: 2 }, couponIds: [] });
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await deliver(shop, orderId);
  await shop.call('ann', 'order.receive', { orderId });
  await shop.tick();
  const { refundNumber } = await asked(shop, orderId, { eggs: 1 });
  await shop.tick();
  return { shop, orderId, refundNumber };
}

const writeOff = (shop: Shop, orderId: string, refundNumber: string, reason = REASON) =>
  shop.staffCall('sue', 'order.writeOffGift', { orderId, refundNumber, reason });

const logged = (shop: Shop) =>
  shop.engine
    .dump<{ _id: string; operation: string }>('staffLog')
    .filter((one) => one.operation === 'order.writeOffGift');

/** Money, goods, budget and the dairy's account. */
function books(shop: Shop, orderId: string): object {
  const dairy = shop.engine.dump<{ _id: string; left: object }>('cells').find(({ _id }) => _id === 'merchant_dairy');
  return {
    refundedFen: shop.pay.refundedFen(orderId),
    shelf: [shop.left(SHELF, 'eggs'), shop.left(SHELF, 'milk')],
    budgetFen: shop.left(BUDGET, CAMPAIGN),
    dairy: dairy?.left,
  };
}

test('a gift of ¥12.50 that was deducted and never came: off the list with why, who and when, and nothing else moves', async () => {
  const { shop, orderId, refundNumber } = await giftKept();
  expect((await listed(shop, 'goods-to-come')).rows).toMatchObject([
    { refundNumber, writtenOff: null, canDo: ['gift-back', 'write-off-gift'] },
  ]);
  const before = books(shop, orderId);
  expect(before).toEqual({
    ...{ refundedFen: BROUGHT_FEN - 1_250, shelf: [28, 29], budgetFen: 1_000_000 },
    dairy: { borne_202611: 625, undone_202611: 625 },
  });
  for (const reason of [REASON, 'another'])
    expect(await writeOff(shop, orderId, refundNumber, reason)).toMatchObject({
      data: { writtenOff: { atMs: shop.nowMs, who: 'sue', reason: REASON, lossFen: 0 }, canDo: ['gift-back'] },
    });
  expect(await listed(shop, 'goods-to-come')).toMatchObject({ rows: [], counts: { 'goods-to-come': 0 } });
  expect(logged(shop)).toMatchObject([{ target: orderId, after: { refundNumber, reason: REASON } }]);
  shop.advance(DAY_MS + MINUTE_MS);
  await shop.tick();
  expect([books(shop, orderId), shop.engine.dump('alerts')]).toEqual([before, []]);
});

test('a gift of ¥30 for which ¥23.80 could be deducted: ¥6.20 are the shop’s loss, not the campaign’s', async () => {
  const { shop, orderId, refundNumber } = await giftKept(3_000);
  expect(await writeOff(shop, orderId, refundNumber)).toMatchObject({ data: { writtenOff: { lossFen: 620 } } });
  expect(books(shop, orderId)).toMatchObject({
    budgetFen: 1_000_000,
    dairy: { borne_202611: 1_500, undone_202611: 1_500 },
  });
});

test('it comes after all: the deduction goes back once, and it is written off no more', async () => {
  const { shop, orderId, refundNumber } = await giftKept();
  await writeOff(shop, orderId, refundNumber);
  for (let n = 0; n < 2; n += 1)
    expect(await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber })).toMatchObject({
      data: { writtenOff: null, canDo: [] },
    });
  expect(shop.pay.refundedFen(orderId)).toBe(BROUGHT_FEN);
});

test('what has no gift to wait for cannot be written off; nor can it by a courier, nor without a reason', async () => {
  const waiting = await toDecide();
  expect(await writeOff(waiting.shop, waiting.orderId, waiting.refundNumber)).toMatchObject({
    code: 'REFUND_STATE',
    detail: { state: 'asked' },
  });
  const { shop, orderId, refundNumber } = await giftKept();
  expect(await writeOff(shop, orderId, refundNumber, ' ')).toMatchObject({ code: 'INVALID_INPUT' });
  shop.asStaff('carl', ['courier']);
  const input = { orderId, refundNumber, reason: REASON };
  expect(await shop.staffCall('carl', 'order.writeOffGift', input)).toMatchObject({ code: 'FORBIDDEN' });
  await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber });
  expect(await writeOff(shop, orderId, refundNumber)).toMatchObject({ code: 'REFUND_STATE' });
});

test.each(TROUBLES)(
  '%s at every write: asked again it is written off, and the money is what it was',
  async (trouble) => {
    const writes = await atEveryWrite(async (n) => {
      const { shop, orderId, refundNumber } = await giftKept();
      const before = books(shop, orderId);
      const { met } = troubleAt(shop, n, trouble);
      await writeOff(shop, orderId, refundNumber);
      calm(shop);
      await shop.db.playLate();
      expect(await writeOff(shop, orderId, refundNumber)).toMatchObject({ ok: true });
      await shop.tick();
      expect((await listed(shop, 'goods-to-come')).rows).toEqual([]);
      expect(books(shop, orderId)).toEqual(before);
      return met();
    });
    expect(writes).toBe(2);
  },
);

test('at once with the gift itself: whichever is first, the deduction goes back once', async () => {
  const { shop, orderId, refundNumber } = await giftKept();
  await Promise.all([
    writeOff(shop, orderId, refundNumber),
    shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber }),
  ]);
  expect(shop.pay.refundedFen(orderId)).toBe(BROUGHT_FEN);
  expect((await listed(shop, 'goods-to-come')).rows).toEqual([]);
});
