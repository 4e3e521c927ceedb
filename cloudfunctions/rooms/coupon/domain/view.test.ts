import { emptyWallet } from '../../../kernel/wallet';
import { aCoupon, aTemplate } from './support/builders';
import { couponView, templateView } from './view';

const NOW_MS = Date.UTC(2026, 10, 22, 2);

test('a coupon of ¥8 that its merchant bears 30 % of shows the ¥8, not the 30 %, in hand and to claim', () => {
  const terms = { ...aTemplate().terms, funding: { m1: 3_000 } };
  const { funding: _, ...shown } = terms;
  expect(couponView('c1', aCoupon({ terms }), NOW_MS).terms).toEqual(shown);
  expect(templateView(aTemplate({ terms }), emptyWallet('r_1'), 1, NOW_MS).terms).toEqual(shown);
});
