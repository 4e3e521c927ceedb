import { deliver, withAnn } from '../../../../../tests/support/ann';
import { eggGift } from '../../../../../tests/support/giving';
import { asked, previewed } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, type Shop } from '../../../../../tests/support/shop';
import { DAY_MS, MINUTE_MS } from '../../../../kernel/period';

async function delivered(shop: Shop, orderId: string): Promise<void> {
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await deliver(shop, orderId);
}

async function received(shop: Shop, orderId: string): Promise<void> {
  await delivered(shop, orderId);
  await shop.call('ann', 'order.receive', { orderId });
  await shop.tick();
}

/** Three eggs bring a milk worth ¥5.00; the dairy bears a half of it. Four eggs were bought and received. */
async function eggsWithGift(): Promise<{ shop: Shop; orderId: string }> {
  const parameters = {
    per: { form: 'each', units: 3 },
    gift: { giftSkuId: 'milk', quantity: 1, valueUnitFen: 500 },
  } as const;
  const shop = await withAnn({ offers: [eggGift({ parameters, funding: { dairy: 5_000 } })] });
  shop.asStaff('sue', ['support']);
  shop.asStaff('op', ['operator']);
  const { orderId } = await shop.buy('ann', { lines: { eggs: 4 }, couponIds: [] });
  await received(shop, orderId);
  return { shop, orderId };
}

const withdraw = (shop: Shop, orderId: string, refundNumber: string) =>
  shop.call('ann', 'order.withdrawRefund', { orderId, refundNumber });

async function statementOf(shop: Shop) {
  const reply = await shop.staffCall('op', 'budget.statement', { merchantId: 'dairy', month: '202611' });
  return reply.ok ? reply.data : reply;
}

/** One egg waits for the goods, a second is missing and names the gift. */
async function namedBySecond(shop: Shop, orderId: string) {
  const waits = await asked(shop, orderId, { eggs: 1 }, { reason: 'unwanted' });
  shop.advance(MINUTE_MS);
  const names = await asked(shop, orderId, { eggs: 1 });
  expect(shop.order(orderId).refunds[names.refundNumber]?.amounts.gifts).toMatchObject({
    'gift:egg_gift': { units: 1, deductedFen: 500 },
  });
  return { waits: waits.refundNumber, names: names.refundNumber };
}

describe('a gift of ¥5.00 whose cause a withdrawn refund leaves in the order', () => {
  test('is credited to the budget and to its merchant once, however often it is named', async () => {
    const { shop, orderId } = await eggsWithGift();
    expect([shop.left(BUDGET, CAMPAIGN), await statementOf(shop)]).toMatchObject([
      999_500,
      { borneFen: 250, undoneFen: 0 },
    ]);
    const { waits } = await namedBySecond(shop, orderId);
    await withdraw(shop, orderId, waits);
    const again = await asked(shop, orderId, { eggs: 1 });
    await shop.tick();
    expect([shop.left(BUDGET, CAMPAIGN), await statementOf(shop)]).toMatchObject([
      1_000_000,
      { borneFen: 250, undoneFen: 250 },
    ]);
    const { amounts, creditedGifts } = shop.order(orderId).refunds[again.refundNumber] ?? {};
    expect([amounts?.gifts, creditedGifts]).toMatchObject([
      { 'gift:egg_gift': { units: 1, deductedFen: 500 } },
      { 'gift:egg_gift': 0 },
    ]);
    await asked(shop, orderId, { eggs: 2 });
    await shop.tick();
    expect([shop.left(BUDGET, CAMPAIGN), await statementOf(shop)]).toMatchObject([1_000_000, { undoneFen: 250 }]);
  });

  test('that was handed in meanwhile is paid for once, and is deducted no more', async () => {
    const { shop, orderId } = await eggsWithGift();
    const { waits, names } = await namedBySecond(shop, orderId);
    await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber: names });
    const paidFen = shop.pay.refundedFen(orderId);
    await withdraw(shop, orderId, waits);
    expect(shop.pay.refundedFen(orderId)).toBe(paidFen);
    expect((await previewed(shop, orderId, { eggs: 1 })).sums).toMatchObject({ deductedFen: 0, gifts: [] });
    const { refundNumber } = await asked(shop, orderId, { eggs: 3 });
    await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
    expect(shop.pay.refundedFen(orderId)).toBe(shop.order(orderId).payableFen);
  });
});

describe('freight that a broken unit was to bring, where a missing one is given already', () => {
  /** Three milk and ¥5.00 of freight; 500 points paid a part, 30 of them of the freight. */
  async function withFreight() {
    const shop = await withAnn({ offers: [] });
    shop.asStaff('sue', ['support']);
    const { orderId } = await shop.buy('ann', { lines: { milk: 3 }, couponIds: [], pointsWish: 500 });
    await received(shop, orderId);
    const order = shop.order(orderId);
    const lines = order.quote.lines.map((line) => ({ ...line, points: line.points - 30 }));
    const freight = { ...order.quote.freight, points: 30 };
    shop.engine.put('orders', { ...order, quote: { ...order.quote, lines, freight } } as never);
    return { shop, orderId, back: () => [shop.pay.refundedFen(orderId), shop.wallet('ann').lots.lot_1?.points] };
  }

  test.each(['withdrawn', 'declined'])('%s: it comes by a refund of its own, once', async (to) => {
    const { shop, orderId, back } = await withFreight();
    const drop = (refundNumber: string) =>
      to === 'withdrawn'
        ? withdraw(shop, orderId, refundNumber)
        : shop.staffCall('sue', 'order.decideRefund', {
            orderId,
            refundNumber,
            decision: 'decline',
            answer: '照片里看不出来',
          });
    const broken = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    await asked(shop, orderId, { milk: 1 });
    expect(back()).toEqual([1_083, 157]);
    await drop(broken.refundNumber);
    expect(back()).toEqual([1_583, 187]);
    expect(shop.order(orderId).refunds[`${orderId}-r3`]?.amounts).toMatchObject({
      ...{ amountFen: 500, freightFen: 500, deductedFen: 0, freightPoints: 30, pointsBack: 30 },
    });
    const next = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    await drop(next.refundNumber);
    expect(back()).toEqual([1_583, 187]);
  });

  test.each(['withdrawn', 'declined'])('%s on day 366: a person transfers it, WeChat Pay is not asked', async (to) => {
    const { shop, orderId, back } = await withFreight();
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    await asked(shop, orderId, { milk: 1 });
    shop.advance(366 * DAY_MS);
    const decline = { orderId, refundNumber, decision: 'decline', answer: '照片里看不出来' };
    await (to === 'withdrawn'
      ? withdraw(shop, orderId, refundNumber)
      : shop.staffCall('sue', 'order.decideRefund', decline));
    await shop.tick();
    const own = `${orderId}-r3`;
    expect(shop.order(orderId).refunds[own]).toMatchObject({ state: 'refused', refusal: 'BY_HAND' });
    expect([back()[0], shop.pay.refundNumbers(orderId)]).toEqual([1_083, [`${orderId}-r2`]]);
    const mend = { orderId, refundNumber: own, how: 'transferred', transferNumber: 'B1' };
    expect(await shop.staffCall('sue', 'order.mendRefund', mend)).toMatchObject({ data: { state: 'transferred' } });
  });

  test('stays where only an unwanted unit is given', async () => {
    const { shop, orderId, back } = await withFreight();
    const broken = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'unwanted' });
    await shop.staffCall('sue', 'order.goodsBack', { orderId, refundNumber, restock: false });
    await withdraw(shop, orderId, broken.refundNumber);
    expect(back()).toEqual([1_083, 157]);
  });
});

test('an order that was wholly back before its receipt has nothing taken back when its gift is handed in', async () => {
  const shop = await withAnn({ offers: [eggGift()] });
  shop.asStaff('sue', ['support']);
  const { orderId } = await shop.buy('ann', { lines: { eggs: 2 }, couponIds: [] });
  await delivered(shop, orderId);
  const { refundNumber } = await asked(shop, orderId, { eggs: 2 }, { reason: 'broken' });
  await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
  await shop.call('ann', 'order.receive', { orderId });
  await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber });
  const { state, effects } = shop.order(orderId);
  expect([state, effects.money_r2_1?.done, effects.back_r2]).toEqual(['received', true, undefined]);
});
