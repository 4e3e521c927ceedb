import { assertConserved } from './conserved';
import type { Quote } from './quote';
import { settle } from './settle';
import { aCoupon, aLine, anInput } from './support/build';

const quote = settle(
  anInput({ lines: [aLine('a'), aLine('b')], coupons: [aCoupon('fixed', 'c', { offFen: 101, funding: { m: 5000 } })] }),
);
const [coupon] = quote.adjustments;
if (!coupon) throw new Error('the coupon applies');
const withCoupon = (over: Partial<typeof coupon>): Partial<Quote> => ({ adjustments: [{ ...coupon, ...over }] });

describe('the guard of conservation is itself awake: one fen anywhere is found', () => {
  test('a sound quote passes', () => expect(() => assertConserved(quote)).not.toThrow());
  test.each([
    [{ listFen: quote.listFen + 1 }],
    [{ goodsFen: quote.goodsFen + 1 }],
    [{ payableFen: quote.payableFen - 1 }],
    [{ goodsPaidFen: quote.goodsPaidFen - 1 }],
    [{ savedFen: quote.savedFen + 1 }],
    [{ freight: { ...quote.freight, paidFen: 499 } }],
    [{ points: { ...quote.points, used: 1 } }],
    [{ adjustments: [coupon, coupon] }],
    [{ adjustments: [] }],
    [withCoupon({ funding: { shopFen: 51, merchantsFen: { m: 51 } } })],
    [withCoupon({ allocation: [{ lineId: 'a', amountFen: -101 }] })],
    [
      withCoupon({
        allocation: [
          { lineId: 'a', amountFen: -50 },
          { lineId: 'b', amountFen: -51 },
        ],
      }),
    ],
    [withCoupon({ allocation: [...coupon.allocation, { lineId: 'b', amountFen: 0 }] })],
    [withCoupon({ allocation: [{ lineId: 'x', amountFen: -101 }] })],
    [{ lines: quote.lines.map((line, i) => ({ ...line, paidFen: line.paidFen + (i === 0 ? 1 : -1) })) }],
  ])('%#', (over) => expect(() => assertConserved({ ...quote, ...over })).toThrow(/not conserved/));
});
