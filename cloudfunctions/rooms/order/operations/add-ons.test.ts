import { deliver } from '../../../../tests/support/ann';
import { addOn, nextFive } from '../../../../tests/support/giving';
import { asked } from '../../../../tests/support/refunding';
import { aShop, BUDGET, CAMPAIGN, type Shop } from '../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';

const OFFERS = [
  addOn('next', { form: 'coupon', templateId: 'next5', valueFen: 500 }),
  addOn('fifty', { form: 'points', points: 50 }),
  addOn('spins', { form: 'chances', drawId: 'wheel', chances: 2 }),
  addOn('kept', { form: 'warranty', months: 12 }),
];

async function delivered(pointsAtOnce = false): Promise<{ shop: Shop; orderId: string }> {
  const shop = await aShop({ offers: OFFERS, templates: [nextFive()], pointsAtOnce });
  await shop.settleIn('ann');
  const { orderId } = await shop.buy('ann', { lines: { rice: 1 } });
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await deliver(shop, orderId);
  return { shop, orderId };
}

const lotsOf = (shop: Shop) => Object.values(shop.wallet('ann').lots);

test('placing freezes what was promised: the coupon as it was published, 1 + 2 chances of one draw', async () => {
  const { shop, orderId } = await delivered();
  expect(shop.order(orderId)).toMatchObject({
    promisedCoupons: [{ templateId: 'next5', title: '下一单减 5 元', days: 14, terms: { offFen: 500 } }],
    chances: [{ drawId: 'wheel', chances: 3 }],
    pendingDays: 7,
  });
  expect(shop.order(orderId).quote.earns.chances).toBe(3);
});

test('receipt brings coupon, points and chances once, in 4 round trips', async () => {
  const { shop, orderId } = await delivered();
  await shop.tick();
  shop.db.restart();
  await shop.call('ann', 'order.receive', { orderId });
  expect(shop.db.meter.sequential).toBeLessThanOrEqual(4);
  await shop.call('ann', 'order.receive', { orderId });
  const { coupons, chances } = shop.wallet('ann');
  expect(Object.values(coupons)).toMatchObject([
    { templateId: 'next5', source: 'add-on', status: { state: 'usable' }, validUntilMs: shop.nowMs + 14 * DAY_MS },
  ]);
  const pending = { spendableFromMs: shop.nowMs + 7 * DAY_MS, cause: `order:${orderId}` };
  expect(lotsOf(shop)).toMatchObject([
    { points: 39, ...pending },
    { points: 50, ...pending },
  ]);
  expect(Object.keys(chances)).toEqual([1, 2, 3].map((n) => `order:${orderId}:${n}`));
});

test('a campaign that says "at once": the points can be spent with the receipt', async () => {
  const { shop, orderId } = await delivered(true);
  await shop.call('ann', 'order.receive', { orderId });
  expect(lotsOf(shop).map(({ spendableFromMs }) => spendableFromMs)).toEqual([shop.nowMs, shop.nowMs]);
});

test('the last unit back takes the unused coupon, the points and the chances with it', async () => {
  const { shop, orderId } = await delivered();
  await shop.call('ann', 'order.receive', { orderId });
  await asked(shop, orderId, { rice: 1 });
  const { coupons, chances, pointsDebt } = shop.wallet('ann');
  expect(Object.values(coupons).map(({ status }) => status.state)).toEqual(['revoked']);
  expect([lotsOf(shop), chances, pointsDebt]).toEqual([[], {}, 0]);
});

test('a coupon that was used stays used', async () => {
  const { shop, orderId } = await delivered();
  await shop.call('ann', 'order.receive', { orderId });
  const [couponId = ''] = Object.keys(shop.wallet('ann').coupons);
  const second = await shop.buy('ann', { lines: { milk: 1 }, couponIds: [couponId] });
  await asked(shop, orderId, { rice: 1 });
  expect(shop.wallet('ann').coupons[couponId]?.status.state).toBe('locked');
  await shop.call('ann', 'order.cancel', { orderId: second.orderId });
  expect(shop.wallet('ann').coupons[couponId]?.status.state).toBe('revoked');
});

describe('the ¥5 that the budget set aside for the coupon, beside ¥0.50 of points', () => {
  const FULL_FEN = 1_000_000;
  const of = (shop: Shop) => [CAMPAIGN, 'next'].map((key) => FULL_FEN - shop.left(BUDGET, key));
  const couponOf = (shop: Shop): string => Object.keys(shop.wallet('ann').coupons)[0] ?? '';

  async function received(): Promise<{ shop: Shop; orderId: string }> {
    const { shop, orderId } = await delivered();
    await shop.call('ann', 'order.receive', { orderId });
    await shop.tick();
    expect(of(shop)).toEqual([550, 500]);
    return { shop, orderId };
  }

  async function ended(shop: Shop): Promise<void> {
    for (let day = 0; day < 3; day += 1) {
      shop.advance(DAY_MS);
      await shop.tick();
      await shop.tick();
    }
  }

  test('used: it stays booked when all of its order goes back', async () => {
    const { shop, orderId } = await received();
    const { orderId: second } = await shop.buy('ann', { lines: { milk: 1 }, couponIds: [couponOf(shop)] });
    await shop.call('ann', 'order.pay', { orderId: second });
    shop.pay.settle(second);
    await shop.payCallback(second);
    await asked(shop, orderId, { rice: 1 });
    await ended(shop);
    expect(of(shop)).toEqual([500, 500]);
    await deliver(shop, second);
    await shop.call('ann', 'order.receive', { orderId: second });
    await ended(shop);
    expect(of(shop)).toEqual([500, 500]);
  });

  test('used on an order that is undone after its own has gone: it is revoked, and all is back', async () => {
    const { shop, orderId } = await received();
    const { orderId: second } = await shop.buy('ann', { lines: { milk: 1 }, couponIds: [couponOf(shop)] });
    await shop.call('ann', 'order.pay', { orderId: second });
    shop.pay.settle(second);
    await shop.payCallback(second);
    await asked(shop, orderId, { rice: 1 });
    await ended(shop);
    await shop.call('ann', 'order.cancel', { orderId: second });
    await ended(shop);
    expect(of(shop)).toEqual([0, 0]);
  });

  test('expired: it comes back, and is not given back a second time with the last unit', async () => {
    const { shop, orderId } = await received();
    shop.advance(DAY_MS);
    const wallet = shop.wallet('ann');
    const couponId = couponOf(shop);
    const over = { ...wallet.coupons[couponId], validUntilMs: shop.nowMs };
    shop.engine.put('wallets', { ...wallet, coupons: { [couponId]: over }, sweepAt: shop.nowMs } as never);
    await ended(shop);
    expect(of(shop)).toEqual([50, 0]);
    await asked(shop, orderId, { rice: 1 });
    await ended(shop);
    expect(of(shop)).toEqual([0, 0]);
  });

  test('revoked with the last unit: it comes back once', async () => {
    const { shop, orderId } = await received();
    await asked(shop, orderId, { rice: 1 });
    await ended(shop);
    expect(of(shop)).toEqual([0, 0]);
  });

  test('cancelled before receipt: there is no coupon, and it comes back with the order', async () => {
    const shop = await aShop({ offers: OFFERS, templates: [nextFive()] });
    await shop.settleIn('ann');
    const { orderId } = await shop.buy('ann', { lines: { rice: 1 } });
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    await shop.payCallback(orderId);
    expect(of(shop)).toEqual([550, 500]);
    await shop.call('ann', 'order.cancel', { orderId });
    await ended(shop);
    expect(of(shop)).toEqual([0, 0]);
    expect(couponOf(shop)).toBe('');
  });
});

test.each(TROUBLES)('%s at every write of the receipt: each reward comes once', async (trouble) => {
  await atEveryWrite(async (n) => {
    const { shop, orderId } = await delivered();
    const { met } = troubleAt(shop, n, trouble);
    await shop.call('ann', 'order.receive', { orderId });
    calm(shop);
    await shop.db.playLate();
    await shop.call('ann', 'order.receive', { orderId });
    for (let minute = 0; minute < 5; minute += 1) {
      shop.advance(MINUTE_MS);
      await shop.tick();
    }
    const { coupons, chances } = shop.wallet('ann');
    expect([Object.keys(coupons).length, Object.keys(chances).length]).toEqual([1, 3]);
    expect(lotsOf(shop).map(({ points }) => points)).toEqual([39, 50]);
    expect(shop.order(orderId).effectsDueAt).toBeUndefined();
    return met();
  });
});
