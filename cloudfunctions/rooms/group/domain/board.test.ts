import { countDay, LEAST_SHOWN, MOST_GOODS, orderKey, whoOf } from './board';

type Orders = Parameters<typeof countDay>[0];
const day = (...orders: [who: string, ...skus: string[]][]): Orders => ({
  orders: Object.fromEntries(orders.map(([who, ...skus], index) => [`o${index}`, { who, skus }])),
});
const buyers = (count: number, ...skus: string[]) =>
  Array.from({ length: count }, (_, index): [string, ...string[]] => [`w${index}`, ...skus]);

test('4 residents who bought it are shown to nobody, 5 are', () => {
  expect(countDay(day(...buyers(4, 'milk')))).toEqual({ neighbours: null, goods: [] });
  expect(countDay(day(...buyers(5, 'milk')))).toEqual({ neighbours: 5, goods: [{ skuId: 'milk', neighbours: 5 }] });
});

test('one resident with 10 orders counts once', () => {
  const many = Array.from({ length: 10 }, (): [string, string] => ['w0', 'milk']);
  expect(countDay(day(...many, ...buyers(4, 'milk')))).toEqual({ neighbours: null, goods: [] });
});

test('a good that 2 of 6 residents bought is not shown, the 6 are', () => {
  expect(countDay(day(...buyers(4, 'milk'), ['w8', 'milk', 'eggs'], ['w9', 'eggs']))).toEqual({
    neighbours: 6,
    goods: [{ skuId: 'milk', neighbours: 5 }],
  });
});

test('the most bought come first, and no more than 10', () => {
  const skus = Array.from({ length: 12 }, (_, index) => `sku_${10 + index}`);
  const { goods } = countDay(day(...buyers(LEAST_SHOWN, ...skus), ['w9', 'sku_21']));
  expect(goods).toHaveLength(MOST_GOODS);
  expect(goods[0]).toEqual({ skuId: 'sku_21', neighbours: 6 });
});

test('a day without orders has nothing', () => {
  expect(countDay(null)).toEqual({ neighbours: null, goods: [] });
});

test('who ordered is one word within a day, another on the next, and holds no id', () => {
  expect(whoOf('r_ann', 'guihua_20261122')).toBe(whoOf('r_ann', 'guihua_20261122'));
  expect(whoOf('r_ann', 'guihua_20261122')).not.toBe(whoOf('r_ann', 'guihua_20261123'));
  expect(orderKey('abc')).not.toContain('abc');
});
