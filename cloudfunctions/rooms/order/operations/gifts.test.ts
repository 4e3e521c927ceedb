import { eggGift } from '../../../../tests/support/giving';
import {
  ADDRESS,
  aShop,
  type Bought,
  BUDGET,
  CAMPAIGN,
  exampleCoupon,
  SHELF,
  type ShopWish,
} from '../../../../tests/support/shop';
import type { Quote } from '../../settlement';

const withBoth = async (wish: ShopWish = {}) => {
  const shop = await aShop({ offers: [eggGift()], ...wish });
  for (const name of ['ann', 'ben']) await shop.settleIn(name);
  return shop;
};
const TWO = { lines: { eggs: 2 } };

/** The price that the refused one of these was given. */
function freshOf(all: readonly Bought[]): Quote {
  const refused = all.find(({ ok }) => !ok);
  if (!refused) throw new Error('all were placed');
  return (refused.detail.fresh as { quote: Quote }).quote;
}

test('a gift is held with the goods of its shelf, in one take and 4 round trips, and booked at its value', async () => {
  const shop = await withBoth();
  await shop.buy('ben', TWO);
  const lines = [{ skuId: 'eggs', quantity: 2 }];
  const quoted = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
  const { quote, giftGoods } = (quoted as unknown as { data: { quote: Quote; giftGoods: object[] } }).data;
  expect(giftGoods).toMatchObject([{ skuId: 'milk', name: 'milk', picture: 'milk' }]);
  shop.db.restart();
  const input = { lines, addressId: ADDRESS, fingerprint: quote.fingerprint };
  const placed = await shop.call('ann', 'order.place', input, shop.key());
  expect(shop.db.meter.sequential).toBe(4);
  const { orderId } = (placed as unknown as { data: { orderId: string } }).data;
  expect(shop.order(orderId)).toMatchObject({
    gifts: [{ lineId: 'gift:egg_gift', skuId: 'milk', name: 'milk', quantity: 1 }],
    wants: [
      { cellIds: [SHELF], q: { eggs: 2, milk: 1 } },
      { cellIds: [BUDGET], q: { [CAMPAIGN]: 1_250, egg_gift: 1_250 } },
    ],
  });
  expect([shop.left(SHELF, 'milk'), shop.left(BUDGET, 'egg_gift')]).toEqual([28, 1_000_000 - 2 * 1_250]);
});

test('a SKU that is bought and given in one cart is taken together: 3 + 1 of milk', async () => {
  const shop = await withBoth();
  const { orderId } = await shop.buy('ann', { lines: { eggs: 2, milk: 3 } });
  expect(shop.order(orderId).wants[0]?.q).toEqual({ eggs: 2, milk: 4 });
  expect(shop.left(SHELF, 'milk')).toBe(26);
});

test('the last 3 of milk are bought, none is left to give: the substitute comes', async () => {
  const shop = await withBoth({ stock: { milk: 3 } });
  const { orderId } = await shop.buy('ann', { lines: { eggs: 2, milk: 3 } });
  expect(shop.order(orderId).gifts).toMatchObject([{ lineId: 'gift:egg_gift~2', skuId: 'rice', quantity: 1 }]);
  expect([shop.left(SHELF, 'milk'), shop.left(SHELF, 'rice')]).toEqual([0, 29]);
});

test('neither gift nor substitute: the order is placed without, and the quote says why', async () => {
  const shop = await withBoth({ stock: { milk: 0, rice: 0 } });
  const { orderId, ok } = await shop.buy('ann', TWO);
  expect(ok).toBe(true);
  const { gifts, quote } = shop.order(orderId);
  expect([gifts, quote.notApplied.find(({ id }) => id === 'egg_gift')?.reason]).toEqual([[], 'GIFT_OUT_OF_STOCK']);
});

test('two carts at once for the last gift: one has it, the other is QUOTE_CHANGED with the substitute, and holds nothing', async () => {
  const shop = await withBoth({ stock: { milk: 1 } });
  const both = await Promise.all(['ann', 'ben'].map((name) => shop.buy(name, TWO)));
  expect(both.map(({ ok, code }) => (ok ? 'placed' : code)).sort()).toEqual(['QUOTE_CHANGED', 'placed']);
  const quote = freshOf(both);
  expect(quote.gifts).toMatchObject([{ skuId: 'rice', substituteFor: 'milk' }]);
  expect([shop.left(SHELF, 'eggs'), shop.left(SHELF, 'milk'), shop.left(SHELF, 'rice')]).toEqual([28, 0, 30]);
});

test('two carts at once for the last goods with a gift: the other is SOLD_OUT of the goods', async () => {
  const shop = await withBoth({ stock: { eggs: 2 } });
  const both = await Promise.all(['ann', 'ben'].map((name) => shop.buy(name, TWO)));
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'SOLD_OUT', detail: { skuId: 'eggs', left: 0 } });
  expect(shop.left(SHELF, 'milk')).toBe(29);
});

test('a gift that sold out since the quote changes the fingerprint: QUOTE_CHANGED, nothing is written', async () => {
  const shop = await withBoth({ stock: { milk: 1 } });
  const lines = [{ skuId: 'eggs', quantity: 2 }];
  const quoted = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
  const { fingerprint } = (quoted as unknown as { data: { quote: Quote } }).data.quote;
  await shop.buy('ben', TWO);
  expect((await shop.buy('ann', { ...TWO, fingerprint })).code).toBe('QUOTE_CHANGED');
  expect(shop.engine.dump('orders')).toHaveLength(1);
});

test('a budget of ¥12.49 refuses a gift of ¥12.50 whole; of two at once for ¥12.50 one has it', async () => {
  const short = await withBoth({ budgetFen: 1_249 });
  const { orderId } = await short.buy('ann', TWO);
  const { quote } = short.order(orderId);
  expect([quote.gifts, quote.notApplied[0]?.reason]).toEqual([[], 'BUDGET_SPENT']);
  const shop = await withBoth({ budgetFen: 1_250 });
  const both = await Promise.all(['ann', 'ben'].map((name) => shop.buy(name, TWO)));
  expect(both.map(({ ok, code }) => (ok ? 'placed' : code)).sort()).toEqual(['QUOTE_CHANGED', 'placed']);
  expect(freshOf(both).gifts).toEqual([]);
  expect([shop.left(BUDGET, CAMPAIGN), shop.left(SHELF, 'milk')]).toEqual([0, 29]);
});

test('nothing to pay: the gift comes, and is captured at placing', async () => {
  const free = { kind: 'fixed', scope: { all: true }, minSpendFen: 0, offFen: 99_999, group: 'a' } as const;
  const freight = { kind: 'freight', scope: { all: true }, minSpendFen: 0, offFen: 9_999 } as const;
  const shop = await aShop({ offers: [eggGift()] });
  await shop.settleIn('ann', {
    coupons: { c1: exampleCoupon({ terms: free }), f1: exampleCoupon({ terms: freight }) },
  });
  const bought = await shop.buy('ann', TWO);
  expect(bought).toMatchObject({ state: 'paid', payableFen: 0 });
  await shop.tick();
  expect(shop.order(bought.orderId).gifts).toHaveLength(1);
  expect(shop.left(SHELF, 'milk')).toBe(29);
});
