import type { StaffOrderCard } from '@rooms/order/contract';
import { expressFirst, giftsOf, goodsOf, leftOf, prizesOf, unitsToCancel } from './picking';

const good = { name: '鲜牛奶', spec: '950ml', quantity: 3, picture: 'milk', tint: 'sky' };
const twoPrices = [
  { lineId: 'milk_950', units: 2 },
  { lineId: 'milk_950~2', units: 1 },
];

test('3 units at two prices are one thing to pick; a line that was cancelled whole is none', () => {
  const gone = { ...good, name: '番茄', units: [{ lineId: 'tomato', units: 0 }] };
  expect(goodsOf({ lines: [{ ...good, units: twoPrices }, gone] })).toEqual([
    { key: '鲜牛奶 950ml×3', name: '鲜牛奶 950ml', picture: 'milk', tint: 'sky', units: 3 },
  ]);
});

test('2 of 3 things ticked leave 1; a thing whose number changed is open again', () => {
  const items = goodsOf({ lines: [{ ...good, units: twoPrices }] });
  expect(leftOf(items, ['鲜牛奶 950ml×3'])).toBe(0);
  expect(leftOf(items, ['鲜牛奶 950ml×2'])).toBe(1);
});

test('a gift keeps what it is for', () => {
  const gift = {
    ...good,
    lineId: 'gift:g',
    skuId: 's',
    productId: 'p',
    valueFen: 320,
    title: '满赠',
    isSubstitute: true,
  };
  expect(giftsOf({ gifts: [gift] })).toMatchObject([{ key: 'gift:g×3', units: 3, title: '满赠', isSubstitute: true }]);
});

test('a prize is one thing to put in, under its own key, with what it was won in', () => {
  const wonAtMs = Date.parse('2026-11-20T14:59:00+08:00');
  const prize = { title: '鲜牛奶 1 盒', unit: '盒', picture: 'milk', drawTitle: '收货抽奖', wonAtMs };
  const [first, second] = prizesOf({ prizes: ['order:a:1', 'order:b:1'].map((prizeId) => ({ ...prize, prizeId })) });
  expect(first).toMatchObject({ name: '鲜牛奶 1 盒', units: 1, tint: 'sky', title: '收货抽奖得的，11 月 20 日' });
  expect(first?.key).not.toBe(second?.key);
});

test('express orders come first, in their own order', () => {
  const order = (orderId: string, isExpress: boolean) => ({ orderId, isExpress }) as StaffOrderCard;
  const sorted = expressFirst([order('a', false), order('b', true), order('c', false), order('d', true)]);
  expect(sorted.map(({ orderId }) => orderId)).toEqual(['b', 'd', 'a', 'c']);
});

test.each([
  [1, [{ lineId: 'milk_950~2', units: 1 }]],
  [
    2,
    [
      { lineId: 'milk_950~2', units: 1 },
      { lineId: 'milk_950', units: 1 },
    ],
  ],
  [0, []],
])('%i units short are taken from the last price on', (count, lines) => {
  expect(unitsToCancel({ units: twoPrices }, count)).toEqual(lines);
});
