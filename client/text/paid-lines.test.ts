import type { OrderView, PaidLineView } from '@rooms/order/contract';
import { lineShare, noneLeft } from './paid-lines';

type Order = Parameters<typeof lineShare>[1];

const order = (lines: object[], paidLines: object[] = []): Order =>
  ({ quote: { lines }, paidLines }) as unknown as Pick<OrderView, 'quote' | 'paidLines'>;

const line = (lineId: string, quantity: number, paidFen: number, points = 0) => ({
  ...{ lineId, quantity, paidFen, points },
  skuId: lineId.split('~')[0],
});

describe('what a line of an order cost in the end', () => {
  test('3 of milk at ¥21.79 are one share', () =>
    expect(lineShare('milk', order([line('milk', 3, 2_179, 136), line('rice', 2, 5_801)]))).toEqual({
      ...{ paidFen: 2_179, points: 136, shares: '', refund: '' },
    }));

  test('two prices are told apart, and add up', () =>
    expect(lineShare('milk', order([line('milk', 2, 2_000), line('milk~2', 1, 500)]))).toMatchObject({
      paidFen: 2_500,
      shares: '2 件实付 ¥20.00，1 件实付 ¥5.00',
    }));

  test('units in refunds and units given back are said', () => {
    const paid = { ...line('milk', 3, 2_179), unitsRefunding: 1, unitsRefunded: 0, unitsLeft: 2 };
    expect(lineShare('milk', order([], [paid])).refund).toBe('在退 1 件');
    expect(lineShare('milk', order([], [{ ...paid, unitsRefunded: 1 }])).refund).toBe('在退 1 件，退了 1 件');
    expect(lineShare('milk', order([], [{ ...paid, unitsRefunding: 0 }])).refund).toBe('');
  });
});

const units = (over: Partial<PaidLineView>) => ({
  ...{ quantity: 3, unitsRefunding: 0, unitsRefunded: 0, unitsExchanging: 0 },
  ...over,
});

test.each([
  [{ unitsRefunding: 1, unitsRefunded: 2 }, '都退过了'],
  [{ unitsRefunded: 1, unitsExchanging: 2 }, '在换 2 件'],
  [{ unitsRefunded: 1 }, '过了 7 天'],
  [{}, '过了 7 天'],
])('a line of 3 of which nothing can be asked for, %j: %s', (over, words) => {
  expect(noneLeft(units(over))).toBe(words);
});
