import type { ShownAdjustment, ShownQuote } from '@rooms/settlement';
import { slipSumFen } from '@/components/Slip/rows';
import { slipRows } from './slip';

const adjustment = (id: string, more: Partial<ShownAdjustment>): ShownAdjustment => ({
  id,
  step: 'coupon',
  kind: 'coupon-fixed',
  offerId: null,
  couponId: null,
  templateId: null,
  campaignId: null,
  title: null,
  numbers: {},
  amountFen: -100,
  allocation: [],
  ...more,
});

/** The worked example of the rules: rice 2 × 39.90 and milk 3 × 12.50, 79.80 to pay. */
const example = (): ShownQuote => ({
  lines: [line('rice', 2, 3_990, 3_990), line('milk', 3, 1_250, 1_000)],
  freight: { baseFen: 500, rushFen: 0, paidFen: 0, points: 0 },
  adjustments: [
    adjustment('window', {
      step: 'line-price',
      kind: 'time-window',
      title: '早市 8 折',
      amountFen: -750,
      allocation: [{ lineId: 'milk', amountFen: -750 }],
    }),
    adjustment('tiers', {
      step: 'spend-tier',
      kind: 'spend-tiers',
      numbers: { thresholdFen: 10_000, offFen: 1_200 },
      amountFen: -1_200,
    }),
    adjustment('first', { step: 'first-order', kind: 'first-order', amountFen: -500 }),
    adjustment('coupon', { numbers: { thresholdFen: 6_000, offFen: 800 }, amountFen: -800 }),
    adjustment('points', { step: 'points', kind: 'points-goods', numbers: { points: 500 }, amountFen: -500 }),
    adjustment('free', { step: 'freight', kind: 'free-freight', title: '满 69 免运费', amountFen: -500 }),
  ],
  notApplied: [],
  nextStep: null,
  gifts: [],
  addOns: [],
  coupons: { mode: 'best', chosenIds: [], proven: true, considered: 1 },
  proven: true,
  points: { wish: 500, used: 500, valueFen: 500, maxUsablePoints: 500 },
  earns: { points: 79, chances: 1 },
  listFen: 11_730,
  goodsFen: 10_980,
  goodsPaidFen: 7_980,
  savedFen: 4_250,
  payableFen: 7_980,
  fingerprint: '0'.repeat(32),
});

function line(skuId: string, quantity: number, listUnitFen: number, unitFen: number): ShownQuote['lines'][number] {
  return {
    lineId: skuId,
    skuId,
    quantity,
    listUnitFen,
    unitFen,
    linePrice: unitFen < listUnitFen ? 'window' : 'list',
    offerId: null,
    nthOfferId: null,
    listFen: listUnitFen * quantity,
    amountFen: unitFen * quantity,
    paidFen: unitFen * quantity,
    points: 0,
    noPromotion: false,
  };
}
const names: Readonly<Record<string, string>> = { rice: '五常大米 5kg', milk: '鲜牛奶 950ml' };

describe('the slip', () => {
  test('117.30 less five named reductions comes to 79.80, freight waived is struck and adds nothing', () => {
    const rows = slipRows(example(), (sku) => names[sku]);
    expect(rows.map((row) => [row.what, row.amountFen])).toEqual([
      ['商品原价，共 5 件', 11_730],
      ['早市 8 折', -750],
      ['满 100 减 12', -1_200],
      ['第一单立减', -500],
      ['满 60 减 8 券', -800],
      ['500 积分', -500],
      ['运费', 0],
    ]);
    expect(rows.at(1)?.why).toBe('鲜牛奶 950ml 3 件');
    expect(rows.at(-1)).toMatchObject({ waivedFen: 500, why: '满 69 免运费' });
    expect(slipSumFen(rows)).toBe(7_980);
  });

  test('freight of 5.00 with 8 折 for gold is one row of 4.00 that says what it was', () => {
    const quote: ShownQuote = {
      ...example(),
      adjustments: [
        ...example().adjustments.slice(0, 5),
        adjustment('m', { step: 'freight', kind: 'member-freight', amountFen: -100 }),
      ],
      freight: { baseFen: 500, rushFen: 0, paidFen: 400, points: 0 },
      payableFen: 8_380,
    };
    const rows = slipRows(quote, (sku) => names[sku]);
    expect(rows.at(-1)).toMatchObject({ amountFen: 400, why: '原来 ¥5.00，会员运费优惠' });
    expect(slipSumFen(rows)).toBe(quote.payableFen);
  });

  test('points on freight stand in the freight row, not twice', () => {
    const quote: ShownQuote = {
      ...example(),
      adjustments: [
        ...example().adjustments.slice(0, 5),
        adjustment('pf', { step: 'freight', kind: 'points-freight', numbers: { points: 300 }, amountFen: -300 }),
      ],
      freight: { baseFen: 500, rushFen: 0, paidFen: 200, points: 300 },
      payableFen: 8_180,
    };
    const rows = slipRows(quote, () => undefined);
    expect(rows.at(-1)).toMatchObject({ amountFen: 200, why: '原来 ¥5.00，300 积分' });
    expect(slipSumFen(rows)).toBe(quote.payableFen);
  });

  test('a rush fee of 3.00 is part of the freight row and says so, paid or waived', () => {
    const asked = (paidFen: number, more: ShownQuote['adjustments']): ShownQuote => ({
      ...example(),
      adjustments: more,
      freight: { baseFen: 500, rushFen: 300, paidFen, points: 0 },
    });
    const row = (quote: ShownQuote) => slipRows(quote, () => undefined).at(-1);
    expect(row(asked(800, []))).toMatchObject({ amountFen: 800, why: '含加急 ¥3.00' });
    const free = adjustment('free', { step: 'freight', kind: 'free-freight', title: '满 69 免运费', amountFen: -500 });
    expect(row(asked(300, [free]))).toMatchObject({ amountFen: 300, why: '原来 ¥8.00，含加急 ¥3.00，满 69 免运费' });
    expect(row(asked(0, [{ ...free, amountFen: -800 }]))).toMatchObject({ waivedFen: 800 });
  });

  test('an add-on is a row without an amount; one that is a gift stands among the goods', () => {
    const from = { offerId: 'a', campaignId: null, title: null, thresholdFen: 10_000, costFen: 0 };
    const rows = slipRows(
      {
        ...example(),
        addOns: [
          { ...from, benefit: { form: 'warranty', months: 12 } },
          { ...from, benefit: { form: 'gift', skuId: 'greens', quantity: 1 } },
        ],
      },
      () => undefined,
    );
    expect(rows.at(-1)).toMatchObject({
      mark: '加餐',
      what: '延保 12 个月',
      why: '满 ¥100 就有',
      amountFen: 0,
      word: '送',
    });
    expect(rows).toHaveLength(8);
    expect(slipSumFen(rows)).toBe(7_980);
  });

  test('a reduction on five goods names three of them', () => {
    const quote = example();
    const lines = ['a', 'b', 'c', 'd', 'e'].map((skuId) => line(skuId, 1, 1_000, 800));
    const allocation = lines.map(({ lineId }) => ({ lineId, amountFen: -200 }));
    const rows = slipRows(
      { ...quote, lines, adjustments: [adjustment('w', { step: 'line-price', kind: 'time-window', allocation })] },
      (skuId) => skuId,
    );
    expect(rows[1]?.why).toBe('a 1 件，b 1 件，c 1 件，等 5 样');
  });
});
