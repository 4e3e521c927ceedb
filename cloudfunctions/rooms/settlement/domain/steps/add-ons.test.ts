import type { QuoteInput } from '../input';
import type { OfferParameters } from '../registry';
import { settle } from '../settle';
import { aLine, anInput, anOffer } from '../support/build';

type Benefit = OfferParameters<'spend-add-on'>['benefit'];
const addOn = (id: string, benefit: Benefit, thresholdFen = 5000) =>
  anOffer('spend-add-on', id, { thresholdFen, benefit });
const cart = (listUnitFen: number, over: Partial<QuoteInput> = {}) =>
  settle(anInput({ lines: [aLine('rice', { listUnitFen })], ...over }));

describe('from 50 yuan on', () => {
  const offers = [addOn('a', { form: 'warranty', months: 12 })];
  test.each([
    [4999, [], [['BELOW_MINIMUM', 1]]],
    [5000, ['a'], []],
    [5001, ['a'], []],
  ])('%p fen', (listUnitFen, ids, missed) => {
    const quote = cart(listUnitFen, { offers });
    expect(quote.addOns.map(({ offerId }) => offerId)).toEqual(ids);
    expect(quote.notApplied.map(({ reason, gapFen }) => [reason, gapFen])).toEqual(missed);
  });
  test('a window price that takes B below it says so', () => {
    const window = anOffer('time-window', 'w', { windows: [], price: { form: 'cut', offFen: 1 } });
    expect(cart(5000, { offers: [...offers, window] }).notApplied).toMatchObject([
      { id: 'a', reason: 'MISSED_BY_LINE_PRICE', gapFen: 1 },
    ]);
  });
  test('coupons and tiers do not take B below it', () => {
    const tier = anOffer('first-order', 'f', { offFen: 500 });
    expect(cart(5000, { offers: [...offers, tier] }).addOns).toHaveLength(1);
  });
});

describe('what each benefit brings and costs', () => {
  test('points and chances are earned on receipt: 50 + 200 points, 1 + 2 chances', () => {
    const offers = [
      addOn('p', { form: 'points', points: 200 }),
      addOn('c', { form: 'chances', drawId: 'd', chances: 2 }),
    ];
    const quote = cart(5000, { offers });
    expect(quote.earns).toEqual({ points: 250, chances: 3 });
    expect(quote.addOns.map(({ offerId, costFen }) => [offerId, costFen])).toEqual([
      ['c', 0],
      ['p', 200],
    ]);
  });
  test('a coupon costs its value, half of it the merchant', () => {
    const benefit: Benefit = { form: 'coupon', templateId: 't', valueFen: 801 };
    const offers = [anOffer('spend-add-on', 'k', { thresholdFen: 1, benefit }, { funding: { m: 5000 } })];
    const quote = cart(5000, { offers });
    expect(quote.addOns).toMatchObject([{ costFen: 801, funding: { shopFen: 401, merchantsFen: { m: 400 } } }]);
    expect(quote.funding).toEqual({ shopFen: 401, merchantsFen: { m: 400 } });
  });
  test('a gift is a gift line too, and goes with its threshold', () => {
    const quote = cart(5000, {
      offers: [addOn('g', { form: 'gift', giftSkuId: 'cup', quantity: 2, valueUnitFen: 900 })],
    });
    expect(quote.addOns).toMatchObject([{ benefit: { form: 'gift', skuId: 'cup', quantity: 2 }, costFen: 0 }]);
    expect(quote.gifts).toMatchObject([
      { lineId: 'gift:g', skuId: 'cup', quantity: 2, trigger: { form: 'spend', thresholdFen: 5000 } },
    ]);
  });
  test('a gift that is out of stock leaves no add-on, but a reason', () => {
    const offers = [addOn('g', { form: 'gift', giftSkuId: 'cup', quantity: 2, valueUnitFen: 900 })];
    const quote = cart(5000, { offers, giftStock: { cup: 0 } });
    expect([quote.addOns, quote.gifts]).toEqual([[], []]);
    expect(quote.notApplied).toMatchObject([{ id: 'g', reason: 'GIFT_OUT_OF_STOCK', gapUnits: 2 }]);
  });
});

describe('rush fee of 3 yuan on freight of 5', () => {
  const delivery = { kind: 'express', baseFreightFen: 500, rushFeeFen: 300 };
  const upgrade = addOn('u', { form: 'freight-upgrade' });
  const rush = (id: string, payRateBps: number) => anOffer('rush-rate', id, { payRateBps });
  const freight = (over: Partial<QuoteInput>) => {
    const quote = cart(5000, { delivery, ...over });
    const ids = quote.adjustments.map(({ id, amountFen }) => [id, amountFen]);
    return { paidFen: quote.freight.paidFen, ids, not: quote.notApplied.map(({ id, reason }) => [id, reason]) };
  };
  test('the freight upgrade makes it 0', () =>
    expect(freight({ offers: [upgrade] })).toEqual({ paidFen: 500, ids: [['freight:u', -300]], not: [] }));
  test('a rate of 1 in 3 leaves ceil(99.99) = 100', () =>
    expect(freight({ offers: [rush('r', 3333)] })).toEqual({ paidFen: 600, ids: [['freight:r', -200]], not: [] }));
  test('of two rates the lower, of equal ones the lower id', () => {
    const offers = [rush('r1', 5000), rush('r3', 2000), rush('r2', 2000)];
    expect(freight({ offers })).toEqual({
      paidFen: 560,
      ids: [['freight:r2', -240]],
      not: [
        ['r1', 'NOT_BETTER'],
        ['r3', 'NOT_BETTER'],
      ],
    });
  });
  test('with the upgrade a rate has nothing left', () =>
    expect(freight({ offers: [upgrade, rush('r', 0)] })).toMatchObject({ paidFen: 500, not: [['r', 'NOT_BETTER']] }));
  test('a second upgrade is not better', () =>
    expect(freight({ offers: [upgrade, addOn('v', { form: 'freight-upgrade' })] }).not).toEqual([['v', 'NOT_BETTER']]));
  test('without a rush fee there is nothing to take', () =>
    expect(freight({ delivery: { ...delivery, rushFeeFen: 0 }, offers: [rush('r', 0)] }).not).toEqual([
      ['r', 'TAKES_NOTHING'],
    ]));
  test('then the tier pays 80 % of what is left: 500 + 150 → 520', () => {
    const resident = { ...anInput().resident, freightRateBps: 8000 };
    expect(freight({ offers: [rush('r', 5000)], resident }).paidFen).toBe(520);
  });
});
