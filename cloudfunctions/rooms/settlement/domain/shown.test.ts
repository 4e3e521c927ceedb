import { settle } from './settle';
import { shownQuote } from './shown';
import { aCoupon, aLine, anInput } from './support/build';

test('a coupon of ¥1.01 that a merchant bears half of: the resident sees the ¥1.01 and not the halves', () => {
  const coupons = [aCoupon('fixed', 'c', { offFen: 101, funding: { m: 5_000 } })];
  const quote = settle(anInput({ lines: [aLine('a')], coupons }));
  expect(quote.adjustments).toMatchObject([{ amountFen: -101, funding: { shopFen: 51, merchantsFen: { m: 50 } } }]);
  const shown = shownQuote(quote);
  expect(shown.adjustments).toMatchObject([{ amountFen: -101 }]);
  expect(JSON.stringify(shown)).not.toMatch(/funding|merchantsFen/);
  const { funding: _, ...rest } = quote;
  expect({ ...shown, adjustments: [] }).toEqual({ ...rest, adjustments: [] });
});
