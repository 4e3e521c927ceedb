import { costsOf } from './costs';
import { settle } from './settle';
import { aCoupon, aLine, anInput, anOffer } from './support/build';

const cup = { giftSkuId: 'cup', quantity: 1, valueUnitFen: 901 };

describe('what the offers of a quote cost', () => {
  const quote = settle(
    anInput({
      lines: [aLine('milk', { quantity: 3 })],
      delivery: { kind: 'express', baseFreightFen: 500, rushFeeFen: 300 },
      offers: [
        anOffer('first-order', 'f', { offFen: 500 }, { funding: { m: 2500 } }),
        anOffer('gift', 'g', { per: { form: 'each', units: 1 }, gift: cup }, { funding: { m: 5000 } }),
        anOffer('spend-add-on', 'k', {
          thresholdFen: 1,
          benefit: { form: 'coupon', templateId: 't', valueFen: 800 },
        }),
        anOffer('spend-add-on', 'p', { thresholdFen: 1, benefit: { form: 'points', points: 200 } }),
        anOffer('spend-add-on', 'u', { thresholdFen: 1, benefit: { form: 'freight-upgrade' } }, { campaignId: 'cp_2' }),
        anOffer('spend-add-on', 'w', { thresholdFen: 1, benefit: { form: 'warranty', months: 12 } }),
      ],
      coupons: [aCoupon('fixed', 'c', { offFen: 100 })],
    }),
  );
  test('reductions, 3 gifts at 9.01, the coupon, 200 points, the rush fee; neither coupons used nor a warranty', () =>
    expect(costsOf(quote).map(({ campaignId, offerId, costFen }) => [campaignId, offerId, costFen])).toEqual([
      ['cp_1', 'f', 500],
      ['cp_2', 'u', 300],
      ['cp_1', 'g', 2703],
      ['cp_1', 'k', 800],
      ['cp_1', 'p', 200],
    ]));
  test('with who bears it: a quarter of 5.00, half of 27.03', () =>
    expect(costsOf(quote).map(({ funding }) => funding.merchantsFen)).toEqual([{ m: 125 }, {}, { m: 1351 }, {}, {}]));
  test("together with the coupon used it is the quote's funding", () => {
    const costs = costsOf(quote).reduce((sum, { costFen }) => sum + costFen, 0);
    const { shopFen, merchantsFen } = quote.funding;
    expect(costs + 100).toBe(shopFen + Object.values(merchantsFen).reduce((sum, fen) => sum + fen, 0));
  });
});

test('two adjustments, gifts or add-ons of one offer are one cost', () => {
  const parameters = {
    per: { form: 'each' as const, units: 1 },
    gift: { ...cup, substitute: { giftSkuId: 'bowl', valueUnitFen: 700 } },
  };
  const lines = [aLine('milk', { quantity: 2 })];
  const offers = [anOffer('gift', 'g', parameters, { funding: { m: 5000 } })];
  const quote = settle(anInput({ lines, offers, giftStock: { cup: 1 } }));
  expect(costsOf(quote)).toEqual([
    { campaignId: 'cp_1', offerId: 'g', costFen: 1601, funding: { shopFen: 801, merchantsFen: { m: 800 } } },
  ]);
});
