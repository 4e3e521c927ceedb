import { BillNotRead, readBill } from './bill';

const ORDER = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

const row = (cells: readonly string[]) => cells.map((cell) => `\`${cell}`).join(',');

interface Line {
  readonly number?: string;
  readonly state?: string;
  readonly paid?: string;
  readonly refundNo?: string;
  readonly refunded?: string;
  readonly refundState?: string;
  readonly goods?: string;
  readonly at?: string;
}

const line = ({
  number = ORDER,
  state = 'SUCCESS',
  paid = '79.80',
  refundNo = '0',
  refunded = '0.00',
  refundState = '',
  goods = '邻礼订单',
  at = '2026-11-21 10:00:01',
}: Line) => {
  const who = [at, 'wx1', '1800008281', '1900000109', '', '4200001', number, 'o_ann', 'JSAPI', state, 'OTHERS', 'CNY'];
  const back = [refundNo === '0' ? '0' : '5000001', refundNo, refunded, '0.00', refundState && 'ORIGINAL', refundState];
  return row([...who, paid, '0.00', ...back, goods, '', '0.48000', '0.60%', paid, refunded, '']);
};

const refundLine = (more: Line = {}) =>
  line({
    state: 'REFUND',
    paid: '0.00',
    refundNo: `${ORDER}-cancel`,
    refunded: '7.26',
    refundState: 'SUCCESS',
    ...more,
  });

const bill = (lines: readonly string[], totals: readonly string[], end = '\r\n') =>
  [COLUMNS, ...lines, TOTALS, row(totals)].join(end) + end;

const changed = (list: readonly string[], index: number, value: string) =>
  list.map((was, at) => (at === index ? value : was));

/** 79.80 paid, 7.26 of it refunded, 0.01 paid by another order. */
const LINES = [line({}), refundLine({ at: '2026-11-21 11:00:00' }), line({ number: OTHER, paid: '0.01' })];
const SUMS = ['3', '79.81', '7.26', '0.00', '1.44000', '79.81', '7.26'];

const READ = {
  payments: [
    { outTradeNo: ORDER, amountFen: 7_980, atMs: Date.UTC(2026, 10, 21, 2, 0, 1) },
    { outTradeNo: OTHER, amountFen: 1, atMs: Date.UTC(2026, 10, 21, 2, 0, 1) },
  ],
  refunds: [
    {
      outTradeNo: ORDER,
      outRefundNo: `${ORDER}-cancel`,
      amountFen: 726,
      state: 'succeeded',
      atMs: Date.UTC(2026, 10, 21, 3),
    },
  ],
};

test.each([
  ['line ends of Windows', bill(LINES, SUMS)],
  ['line ends of Unix', bill(LINES, SUMS, '\n')],
  ['a byte order mark', `\uFEFF${bill(LINES, SUMS)}`],
  ['no line end after the totals', bill(LINES, SUMS).trimEnd()],
])('a bill with %s is read: 2 payments, 1 refund', (_, text) => {
  expect(readBill(text)).toEqual(READ);
});

test.each([
  ['PROCESSING', 'processing'],
  ['SUCCESS', 'succeeded'],
  ['FAIL', 'abnormal'],
  ['CHANGE', 'abnormal'],
  ['REFUNDCLOSE', 'closed'],
])('a refund that was %s when the bill was made is %s', (refundState, state) => {
  const text = bill([refundLine({ refundState })], ['1', '0.00', '7.26', '0.00', '0.00000', '0.00', '7.26']);
  expect(readBill(text).refunds).toMatchObject([{ state, amountFen: 726 }]);
});

test('a comma in the name of the goods is no boundary', () => {
  const text = bill([line({ goods: '大米,5kg,东北' })], ['1', '79.80', '0.00', '0.00', '0.48000', '79.80', '0.00']);
  expect(readBill(text).payments).toHaveLength(1);
});

test('a voucher of WeChat’s lowers what is settled, not what the payer’s order was worth', () => {
  const settled = line({}).replace('`CNY,`79.80', '`CNY,`74.80');
  expect(readBill(bill([settled], ['1', '74.80', '0.00', '0.00', '0.48', '79.80', '0.00'])).payments).toMatchObject([
    { amountFen: 7_980 },
  ]);
});

test('the columns of before 2018 are read too', () => {
  const columns = '交易时间,商户订单号,交易状态,总金额,商户退款单号,退款金额,退款状态';
  const totals = '总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额';
  const lines = [row(['2026-11-21 10:00:01', ORDER, 'SUCCESS', '79.80', '0', '0.00', ''])];
  const text = [columns, ...lines, totals, row(['1', '79.80', '0.00', '0.00', '0.48000'])].join('\r\n');
  expect(readBill(text).payments).toMatchObject([{ outTradeNo: ORDER, amountFen: 7_980 }]);
});

test('the largest sums stay exact: 9,007,199,254,740.99 yuan', () => {
  const paid = '9007199254740.99';
  const text = bill([line({ paid })], ['1', paid, '0.00', '0.00', '0.00000', paid, '0.00']);
  expect(readBill(text).payments).toMatchObject([{ amountFen: 900_719_925_474_099 }]);
});

test.each([
  ['nothing', '', /no totals/],
  ['an error page', '<xml><return_code>FAIL</return_code></xml>', /no totals/],
  ['half a bill, cut within a row', bill(LINES, SUMS).slice(0, 700), /no totals/],
  ['a bill cut before its totals', [COLUMNS, ...LINES].join('\r\n'), /no totals/],
  ['a row less than the count', bill(LINES.slice(1), SUMS), /2 rows, 3 by/],
  ['a row twice', bill([...LINES, line({})], SUMS), /4 rows, 3 by/],
  ['1 fen less by the total of orders', bill(LINES, changed(SUMS, 5, '79.80')), /订单金额: 7981 fen by the rows, 7980/],
  [
    '1 fen more by the total settled',
    bill(LINES, changed(SUMS, 1, '79.82')),
    /应结订单金额: 7981 fen by the rows, 7982/,
  ],
  [
    '1 fen less by the total asked back',
    bill(LINES, changed(SUMS, 6, '7.25')),
    /申请退款金额: 726 fen by the rows, 725/,
  ],
  ['1 fen less by the total given back', bill(LINES, changed(SUMS, 2, '7.25')), /退款金额: 726 fen by the rows, 725/],
  ['a cell missing', bill([...LINES.slice(1), line({}).replace(',`CNY', '')], SUMS), /26 cells for 27 columns, line/],
  [
    'a row without backquotes',
    bill([...LINES.slice(1), line({}).replaceAll('`', '')], SUMS),
    /1 cells for 27 columns, line|27 columns, line/,
  ],
  [
    'three decimals',
    bill([line({ paid: '79.800' })], ['1', '79.80', '0.00', '0.00', '0', '79.80', '0.00']),
    /is 79.800/,
  ],
  ['no decimals', bill([line({ paid: '79' })], ['1', '79.00', '0.00', '0.00', '0', '79.00', '0.00']), /is 79$/],
  [
    'a negative amount',
    bill([line({ paid: '-0.01' })], ['1', '-0.01', '0.00', '0.00', '0', '-0.01', '0.00']),
    /is -0.01/,
  ],
  ['a state that is not known', bill(changed(LINES, 0, line({ state: 'NEW' })), SUMS), /state NEW/],
  [
    'a refund state that is not known',
    bill(changed(LINES, 1, refundLine({ refundState: 'NEW' })), SUMS),
    /refund state NEW/,
  ],
  ['a refund without a number', bill(changed(LINES, 1, refundLine({ refundNo: '' })), SUMS), /商户退款单号 is empty/],
  ['a payment without a number', bill(changed(LINES, 0, line({ number: '' })), SUMS), /商户订单号 is empty/],
  ['a time that is none', bill(changed(LINES, 0, line({ at: '昨天' })), SUMS), /time 昨天/],
  [
    'no column of amounts',
    bill(LINES, SUMS).replace('订单金额,申请退款金额', 'x,y').replace('应结订单金额', 'z'),
    /no column 订单金额/,
  ],
])('%s is refused, and no row of it counts', (_, text, why) => {
  expect(() => readBill(text)).toThrow(BillNotRead);
  expect(() => readBill(text)).toThrow(why);
});
