import type { TopUpView } from '@rooms/order/contract';
import { footText, topUpShelf } from './topups';

const good = (skuId: string, more: Partial<TopUpView>): TopUpView => ({
  skuId,
  productId: `p_${skuId}`,
  name: skuId,
  spec: '',
  picture: skuId,
  tint: 'sage',
  quantity: 1,
  listFen: 400,
  priceFen: 320,
  payableFen: 4_500,
  reaches: true,
  from: 'nearest',
  ...more,
});

describe('goods for the next step', () => {
  test('of those that reach it the one with the least to pay stands on top: ¥46.80 becomes ¥45.00, ¥1.80 less', () => {
    const { best, tabs } = topUpShelf([good('potato', { payableFen: 4_530 }), good('greens', {})], 4_680);
    expect(best).toMatchObject({ face: { skuId: 'greens', wasFen: 400 }, effect: '加上它，反而少付 ¥1.80' });
    expect(tabs).toEqual([{ key: 'nearest', text: '差得最少', faces: [expect.objectContaining({ skuId: 'potato' })] }]);
  });

  test.each([
    [4_499, '加上它，反而少付 ¥0.01'],
    [4_500, '加上它，不多付一分'],
    [4_501, '加上它，只多付 ¥0.01'],
  ])('¥45.00 now and %p fen with it: %s', (payableFen, effect) =>
    expect(topUpShelf([good('greens', { payableFen })], 4_500).best?.effect).toBe(effect),
  );

  test('where nothing reaches it nothing stands on top, and tabs without goods are left out', () => {
    const { best, tabs } = topUpShelf([good('milk', { reaches: false, from: 'goes-with' })], 4_680);
    expect(best).toBeNull();
    expect(tabs.map(({ key }) => key)).toEqual(['goes-with']);
  });

  test('at its list price nothing is struck', () =>
    expect(topUpShelf([good('egg', { priceFen: 400 })], 0).best?.face.wasFen).toBeUndefined());
});

test.each([
  [500, 500, '含运费 ¥5.00，已省 ¥5.00'],
  [500, 0, '含运费 ¥5.00'],
  [0, 1, '已省 ¥0.01'],
  [0, 0, ''],
])('of what is to be paid %p fen is freight, and %p fen are off already: %s', (freightPaidFen, savedFen, text) =>
  expect(footText({ freightPaidFen, savedFen })).toBe(text),
);
