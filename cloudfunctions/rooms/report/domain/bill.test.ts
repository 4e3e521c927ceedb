import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { arrivedByBill, comparePayment, compareRefund, isOurs, missingFromBill, type OrderMoney } from './bill';

const DAY_START = Date.UTC(2026, 10, 21, 16);
const NOON = DAY_START + DAY_MS / 2;
const ORDER = 'a'.repeat(32);
const REFUND = `${ORDER}-r1`;

type Refund = OrderMoney['refunds'][number];

const aRefund = (over: Partial<Refund> = {}): Refund => ({
  refundNumber: REFUND,
  platformNumber: REFUND,
  amountFen: 726,
  state: 'succeeded',
  dueAtMs: NOON,
  acceptedAtMs: NOON,
  ...over,
});

const anOrder = (over: Partial<OrderMoney> = {}): OrderMoney => ({
  orderId: ORDER,
  payment: { amountFen: 7_980, paidAtMs: NOON },
  lateFen: 0,
  refunds: [aRefund()],
  ...over,
});

const row = { outTradeNo: ORDER, amountFen: 7_980 };
const refundRow = { outTradeNo: ORDER, outRefundNo: REFUND, amountFen: 726, state: 'succeeded' };
const told = (target: string, expected: number, found: number) => [{ target, expected, found }];

test.each([
  [ORDER, true],
  ['A'.repeat(32), false],
  ['2026112200001', false],
])('number %s is ours: %s', (outTradeNo, ours) => {
  expect(isOurs({ outTradeNo })).toBe(ours);
});

describe('a payment of the bill', () => {
  test.each([
    ['the same 7,980 fen', anOrder(), []],
    ['7,979 in our books', anOrder({ payment: { amountFen: 7_979, paidAtMs: NOON } }), told(ORDER, 7_980, 7_979)],
    ['no order', undefined, told(ORDER, 7_980, 0)],
    ['an order never paid', anOrder({ payment: null }), told(ORDER, 7_980, 0)],
    ['came after closing, goes back', anOrder({ payment: null, lateFen: 7_980 }), []],
  ])('%s', (_, order, differences) => {
    expect(comparePayment(row, order)).toMatchObject(differences);
  });
});

describe('a refund of the bill', () => {
  const order = (refund: Partial<Refund>) => anOrder({ refunds: [aRefund(refund)] });
  test.each([
    ['the same 726 fen', refundRow, order({}), []],
    ['727 in our books', refundRow, order({ amountFen: 727 }), told(REFUND, 726, 727)],
    ['made outside', { ...refundRow, outRefundNo: '5010' }, order({}), told('5010', 726, 0)],
    [
      'closed, asked again as -2: the first number',
      { ...refundRow, state: 'closed' },
      order({ platformNumber: `${REFUND}-2` }),
      [],
    ],
    [
      'closed, and we say succeeded',
      { ...refundRow, state: 'closed' },
      order({}),
      [{ expected: 'closed', found: 'succeeded' }],
    ],
    [
      'abnormal, and we still wait',
      { ...refundRow, state: 'abnormal' },
      order({ state: 'accepted' }),
      [{ key: 'state' }],
    ],
    ['closed, and support knows', { ...refundRow, state: 'closed' }, order({ state: 'refused' }), []],
    ['r1 is not r10', { ...refundRow, outRefundNo: `${REFUND}0` }, order({}), told(`${REFUND}0`, 726, 0)],
  ])('%s', (_, billed, known, differences) => {
    const found = compareRefund(billed, known);
    expect(found).toHaveLength(differences.length);
    expect(found).toMatchObject(differences);
  });

  test('arrived by the bill while we still wait: it is the refund to settle; what is settled is left alone', () => {
    expect(arrivedByBill(refundRow, order({ state: 'accepted' }))?.refundNumber).toBe(REFUND);
    expect(arrivedByBill(refundRow, order({ state: 'accepted', amountFen: 1 }))).toBeNull();
    expect(arrivedByBill({ ...refundRow, state: 'processing' }, order({ state: 'accepted' }))).toBeNull();
    expect(arrivedByBill(refundRow, order({ state: 'succeeded' }))).toBeNull();
  });
});

describe('what the bill has not', () => {
  const missing = (order: OrderMoney, billed: readonly string[] = []) =>
    missingFromBill(order, new Set(billed), DAY_START).map(({ of }) => of);

  test.each([
    ['all billed', anOrder(), [ORDER, REFUND], []],
    ['nothing billed', anOrder(), [], ['payment', 'refund']],
    ['paid 1 ms before the day', anOrder({ payment: { amountFen: 1, paidAtMs: DAY_START - 1 }, refunds: [] }), [], []],
    ['paid at its first ms', anOrder({ payment: { amountFen: 1, paidAtMs: DAY_START }, refunds: [] }), [], ['payment']],
    [
      'paid at the next midnight',
      anOrder({ payment: { amountFen: 1, paidAtMs: DAY_START + DAY_MS }, refunds: [] }),
      [],
      [],
    ],
    ['a refund of points alone', anOrder({ payment: null, refunds: [aRefund({ amountFen: 0 })] }), [], []],
    ['a refund not taken yet', anOrder({ payment: null, refunds: [aRefund({ acceptedAtMs: null })] }), [], []],
  ])('%s', (_, order, billed, found) => {
    expect(missing(order, billed)).toEqual(found);
  });

  test.each([
    ['10 minutes into the day', DAY_START + 10 * MINUTE_MS, DAY_START + 10 * MINUTE_MS, false],
    ['1 ms sooner', DAY_START + 10 * MINUTE_MS - 1, DAY_START, true],
    ['at noon, asked for at noon', NOON, NOON, false],
    ['at noon, asked for the day before', NOON, DAY_START - 1, true],
  ])('a refund taken %s: may stand in the bill next door: %#', (_, acceptedAtMs, dueAtMs, mayBeNextDoor) => {
    const order = anOrder({ payment: null, refunds: [aRefund({ acceptedAtMs, dueAtMs })] });
    expect(missingFromBill(order, new Set(), DAY_START)).toMatchObject([{ mayBeNextDoor }]);
  });
});
