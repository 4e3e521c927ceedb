import type { OrderView, PaidLineView, RefundSums, RefundView } from '@rooms/order/contract';
import { refundGoodsText, refundHeadline, refundRows, refundTimeline, whyLess, withdrawNote } from './refunds';

const NOW_MS = Date.UTC(2026, 10, 22, 2, 24); // 10:24 in Shanghai
const HOUR_MS = 3_600_000;

const none: RefundSums = {
  amountFen: 726,
  goodsFen: 726,
  freightFen: 0,
  deductedFen: 0,
  gifts: [],
  pointsBack: 0,
  pointsTaken: 0,
  couponsBack: [],
  couponsKept: [],
  chancesTaken: 0,
  isLast: false,
};
const of = { units: 1, earns: 79, chances: 1 };
const greens = { skuId: 'greens', productId: 'p', name: '上海青', spec: '1 把', picture: 'greens', tint: 'sage' };

const fenOf = (value: string): number => Math.round(Number(value.replace('−', '-').replace(/[¥,]/g, '')) * 100);
const line = (name: string, units: number): RefundView['lines'][number] => ({
  ...{ ...greens, name, spec: '' },
  ...{ lineId: name, units, paidFen: 726 },
});

describe('rows of a refund', () => {
  test('¥7.26 with nothing but goods has no money rows; 45 points come, 7 go, the coupon stays, the chance is kept', () => {
    const sums = { ...none, pointsBack: 45, pointsTaken: 7, couponsKept: ['满 60 减 8'] };
    const { money, rest } = refundRows(sums, of);
    expect(money).toEqual([]);
    expect(rest.map(({ what, value, why }) => [what, value, why])).toEqual([
      ['退回积分', '45 分', '买的时候，这 1 件用了这些积分'],
      ['收回积分', '−7 分', '这单送的 79 积分里，属于退掉的'],
      ['满 60 减 8 券', '这次不退', '这单的东西全退了，券就回来'],
      ['抽奖机会', '给您留着', undefined],
    ]);
  });

  test('goods ¥20.00, freight ¥5.00 and a kept gift of ¥3.20 come to ¥21.80', () => {
    const gifts = [{ good: greens, units: 1, deductedFen: 320 }];
    const sums = { ...none, goodsFen: 2_000, freightFen: 500, deductedFen: 320, amountFen: 2_180, gifts };
    const { money } = refundRows(sums, of);
    expect(money.map(({ what, value }) => [what, value])).toEqual([
      ['商品', '¥20.00'],
      ['运费', '¥5.00'],
      ['赠品 上海青 1 把 1 件', '−¥3.20'],
    ]);
    expect(money.reduce((sum, { value }) => sum + fenOf(value), 0)).toBe(sums.amountFen);
  });

  test('a gift of no value is asked back without a deduction', () => {
    const { money } = refundRows({ ...none, gifts: [{ good: greens, units: 2, deductedFen: 0 }] }, of);
    expect(money.map(({ value, why }) => [value, why])).toEqual([['交回来', '跟着一起交回来，不扣钱']]);
  });

  test('the last unit brings the coupon back and takes the chance', () => {
    const { rest } = refundRows({ ...none, isLast: true, couponsBack: ['免运费券'], chancesTaken: 1 }, of);
    expect(rest.map(({ what, value }) => [what, value])).toEqual([
      ['免运费券', '回到券包'],
      ['抽奖机会', '收回 1 次'],
    ]);
  });
});

test('the last unit of an order that was not received: its promised chance is neither kept nor taken', () => {
  expect(refundRows({ ...none, isLast: true }, of).rest).toEqual([]);
});

describe('why it is not the price on the label', () => {
  const paid = (lineId: string, quantity: number, listFen: number, paidFen: number) =>
    ({ lineId, skuId: lineId, quantity, listFen, paidFen }) as PaidLineView;
  const taken = (kind: string, title: string | null, lineId: string) =>
    ({ kind, title, numbers: {}, allocation: [{ lineId, amountFen: -1 }] }) as unknown;
  const order = {
    quote: { adjustments: [taken('time-window', '早市 8 折', 'milk'), taken('first-order', null, 'rice')] },
    paidLines: [paid('milk', 3, 3_750, 2_179), paid('rice', 2, 7_980, 7_980)],
  } as unknown as OrderView;
  const chosen = (lineId: string, units: number) => [{ ...line(lineId, units), lineId }];

  test('1 of 3 milk: ¥7.26 instead of ¥12.50, by what touched the milk alone', () => {
    expect(whyLess(order, chosen('milk', 1), 726)).toEqual({
      title: '为什么不是 ¥12.50',
      note: '买的时候早市 8 折一共帮您减了，3 件实际付了 ¥21.79，这 1 件退 ¥7.26。',
    });
  });

  test('all 3: it does not say which of them', () => {
    expect(whyLess(order, chosen('milk', 3), 2_179)?.note).toContain('3 件实际付了 ¥21.79，退 ¥21.79');
  });

  test('two lines: what they cost together', () => {
    const both = [...chosen('milk', 1), ...chosen('rice', 1)];
    expect(whyLess(order, both, 4_716)).toEqual({
      title: '为什么不是 ¥52.40',
      note: '买的时候早市 8 折和第一单立减一共帮您减了，这几样实际付的就是 ¥47.16。',
    });
  });

  test('at list price there is nothing to explain', () => {
    expect(whyLess(order, chosen('rice', 1), 3_990)).toBeNull();
  });
});

describe('how a refund goes on', () => {
  const refund = (state: RefundView['state'], over: Partial<RefundView> = {}) =>
    ({ state, sums: none, decideByMs: null, timeline: [], lines: [], cause: 'after-sales', ...over }) as RefundView;

  test('asked for at 10:24: answered by tomorrow 10:24', () => {
    const { title, note } = refundHeadline(refund('asked', { decideByMs: NOW_MS + 24 * HOUR_MS }), NOW_MS);
    expect([title, note]).toEqual(['客服在看', '最晚 明天 10:24 回您。同意了，钱马上原路退。']);
  });

  test('a refund of nothing but points does not speak of money', () => {
    const sums = { ...none, amountFen: 0, goodsFen: 0, pointsBack: 100 };
    expect(refundHeadline(refund('succeeded', { sums }), NOW_MS).note).toBe('没有花钱的部分，积分已经退回。');
  });

  test('newest first, what is waited for on top; a finished one waits for nothing', () => {
    const timeline = [
      { state: 'asked', atMs: NOW_MS, by: 'resident' },
      { state: 'due', atMs: NOW_MS + HOUR_MS, by: 'staff' },
    ] as const;
    const items = refundTimeline(refund('due', { timeline }), NOW_MS);
    expect(items.map(({ title, phase, note, time }) => [title, phase, note, time])).toEqual([
      ['到账', 'wait', '1 到 3 天', undefined],
      ['开始退款', 'now', '店里', '11:24'],
      ['提交申请', 'done', undefined, '10:24'],
    ]);
    expect(refundTimeline(refund('succeeded', { timeline }), NOW_MS)).toHaveLength(2);
  });

  test.each([
    [[line('鲜牛奶', 1)], '鲜牛奶 1 件'],
    [[line('鲜牛奶', 1), line('大米', 2)], '鲜牛奶等 3 件'],
    [[], '售后'],
  ])('goods %#', (lines, text) => expect(refundGoodsText({ lines, cause: 'after-sales' })).toBe(text));
});

test.each([
  ['received', NOW_MS + HOUR_MS, 'reserved', '东西和钱都不动，过后还能再申请。'],
  ['delivered', null, 'asked', '东西和钱都不动，过后还能再申请。'],
  ['received', null, 'reserved', '收货过了 7 天，撤回以后不能再申请。'],
  ['received', null, 'no-stock', '撤回以后 7 天内，可以申请退款。'],
] as const)(
  'taking an exchange back while the order is %s until %s and it is %s: %s',
  (state, afterSalesUntilMs, at, note) => {
    expect(withdrawNote({ state, afterSalesUntilMs }, { state: at })).toBe(note);
  },
);

test('a refund taken back after the 7 days cannot be asked for again, and says so', () => {
  expect(withdrawNote({ state: 'received', afterSalesUntilMs: null })).toBe('收货过了 7 天，撤回以后不能再申请。');
  expect(withdrawNote({ state: 'dispatched', afterSalesUntilMs: null })).toBe('东西和钱都不动，过后还能再申请。');
});
