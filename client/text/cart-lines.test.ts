import type { ShownQuote } from '@rooms/settlement';
import { lineTags, unitPrices } from './cart-lines';

type Line = ShownQuote['lines'][number];
type Adjustment = ShownQuote['adjustments'][number];

const line = (lineId: string, skuId: string, quantity: number, unitFen: number): Line => ({
  lineId,
  skuId,
  quantity,
  listUnitFen: 1_250,
  unitFen,
  linePrice: 'list',
  offerId: null,
  nthOfferId: null,
  listFen: 1_250 * quantity,
  amountFen: unitFen * quantity,
  paidFen: unitFen * quantity,
  points: 0,
  noPromotion: false,
});

const off = (id: string, step: Adjustment['step'], title: string, lineId: string): Adjustment => ({
  id,
  step,
  kind: 'time-window',
  offerId: id,
  couponId: null,
  templateId: null,
  campaignId: null,
  title,
  numbers: {},
  amountFen: -100,
  allocation: [{ lineId, amountFen: -100 }],
});

describe('what the units of a SKU cost', () => {
  test('three at ¥10.00 are one price without more words', () =>
    expect(unitPrices('milk', { lines: [line('milk', 'milk', 3, 1_000)] })).toEqual({ unitFen: 1_000, split: '' }));

  test('two at ¥12.50 and one at ¥6.25 show the price of the two, and say both', () =>
    expect(unitPrices('milk', { lines: [line('milk', 'milk', 2, 1_250), line('milk~2', 'milk', 1, 625)] })).toEqual({
      unitFen: 1_250,
      split: '2 件 ¥12.50，1 件 ¥6.25',
    }));

  test('one at ¥6.25 and one at ¥12.50 show the higher', () =>
    expect(
      unitPrices('milk', { lines: [line('milk', 'milk', 1, 625), line('milk~2', 'milk', 1, 1_250)] })?.unitFen,
    ).toBe(1_250));

  test('the second at half of ¥12.90 costs ¥6.45, though its line price is ¥12.90', () => {
    const half = { ...line('soap~2', 'soap', 1, 1_290), amountFen: 645 };
    expect(unitPrices('soap', { lines: [line('soap', 'soap', 1, 1_290), half] })?.split).toBe(
      '1 件 ¥12.90，1 件 ¥6.45',
    );
  });

  test('two lines at the same price are one price', () =>
    expect(
      unitPrices('milk', { lines: [line('milk', 'milk', 1, 1_000), line('milk~2', 'milk', 1, 1_000)] })?.split,
    ).toBe(''));

  test('a SKU that is not quoted has none', () => expect(unitPrices('egg', { lines: [] })).toBeNull());
});

describe('what is said beside a line', () => {
  const lines = [line('milk', 'milk', 1, 1_000), line('milk~2', 'milk', 1, 500), line('egg', 'egg', 1, 2_100)];

  test('its own price first, then the threshold it counts for; coupons and other lines’ offers are not said', () =>
    expect(
      lineTags('milk', {
        lines,
        adjustments: [
          off('a', 'line-price', '早市 8 折', 'milk'),
          off('b', 'nth-item', '第二件半价', 'milk~2'),
          off('c', 'coupon', '满 60 减 8', 'milk'),
          off('d', 'line-price', '鸡蛋 9 折', 'egg'),
        ],
      }),
    ).toEqual([
      { tone: 'now', text: '早市 8 折' },
      { tone: 'now', text: '第二件半价' },
    ]));

  test('a threshold of some goods is said beside them, one of all goods is not', () => {
    const some = off('t', 'spend-tier', '奶蛋满减', 'milk');
    const all = { ...some, allocation: lines.map(({ lineId }) => ({ lineId, amountFen: -100 })) };
    expect(lineTags('milk', { lines, adjustments: [some] })).toEqual([{ tone: 'save', text: '奶蛋满减' }]);
    expect(lineTags('milk', { lines, adjustments: [all] })).toEqual([]);
  });

  test('the same words stand once, and two at most', () =>
    expect(
      lineTags('milk', {
        lines,
        adjustments: [
          off('a', 'line-price', '早市 8 折', 'milk'),
          off('b', 'line-price', '早市 8 折', 'milk~2'),
          off('c', 'nth-item', '第二件半价', 'milk'),
          off('d', 'line-price', '三样 9 折', 'milk'),
        ],
      }).map(({ text }) => text),
    ).toEqual(['早市 8 折', '第二件半价']));
});
