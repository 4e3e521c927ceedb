import { assertConserved } from './conserved';
import type { QuoteInput } from './input';
import type { Quote } from './quote';
import { settle } from './settle';
import { refundShare } from './shares';
import { aCoupon, aLine, anInput, anOffer } from './support/build';

/** The worked example at the end of rules.md section 1, number by number. */
const input: QuoteInput = anInput({
  lines: [
    aLine('a_rice', { listUnitFen: 3990, quantity: 2, categoryId: 'grain' }),
    aLine('b_milk', { listUnitFen: 1250, quantity: 3, categoryId: 'dairy' }),
  ],
  offers: [
    anOffer(
      'time-window',
      'of_milk',
      { windows: [{ fromMinute: 600, untilMinute: 660 }], price: { form: 'rate', payRateBps: 8000 } },
      { scope: { skuIds: ['b_milk'] } },
    ),
    anOffer('spend-tiers', 'of_tiers', {
      group: 'a',
      reach: {
        form: 'best',
        tiers: [
          { thresholdFen: 5000, off: { form: 'fixed', offFen: 500 } },
          { thresholdFen: 10_000, off: { form: 'fixed', offFen: 1200 } },
        ],
      },
    }),
    anOffer('first-order', 'of_first', { offFen: 500 }),
    anOffer('free-freight', 'of_free', { fromFen: 6900 }),
  ],
  coupons: [aCoupon('fixed', 'cn_60', { offFen: 800, minSpendFen: 6000 })],
  pointsWish: 500,
  resident: { ...anInput().resident, spendablePoints: 500 },
});

const quote = settle(input);

function shares(of: Quote, id: string): Record<string, number> {
  const adjustment = of.adjustments.find((one) => one.id === id);
  return Object.fromEntries(adjustment?.allocation.map((entry) => [entry.lineId, entry.amountFen]) ?? []);
}

const line = (skuId: string) => quote.lines.find((one) => one.skuId === skuId);

describe('the worked example of rules.md section 1', () => {
  test('money is conserved', () => assertConserved(quote));
  test('rice 2 × 3,990 and milk 3 × 1,250 = 11,730', () => expect(quote.listFen).toBe(11_730));
  test('window: milk at 8折 is 1,000 each, −750; B = 10,980', () => {
    expect(line('b_milk')?.unitFen).toBe(1000);
    expect(shares(quote, 'line-price:of_milk')).toEqual({ b_milk: -750 });
    expect(quote.goodsFen).toBe(10_980);
  });
  test('tiers 50−5, 100−12: −1,200 is rice 872, milk 328', () =>
    expect(shares(quote, 'spend-tier:of_tiers')).toEqual({ a_rice: -872, b_milk: -328 }));
  test('first order −500 is rice 363, milk 137', () =>
    expect(shares(quote, 'first-order:of_first')).toEqual({ a_rice: -363, b_milk: -137 }));
  test('coupon 60−8 is rice 581, milk 219', () =>
    expect(shares(quote, 'coupon:cn_60')).toEqual({ a_rice: -581, b_milk: -219 }));
  test('500 points are rice 363, milk 137', () => {
    expect(shares(quote, 'points:points-goods')).toEqual({ a_rice: -363, b_milk: -137 });
    expect(quote.points).toEqual({ wish: 500, used: 500, valueFen: 500, maxUsablePoints: 500 });
  });
  test('of more points at most 4,200 are taken: half of 8,480 is 4,240, in whole hundreds', () => {
    const rich = settle({ ...input, pointsWish: 9000, resident: { ...input.resident, spendablePoints: 9000 } });
    expect(rich.points).toMatchObject({ used: 4200, maxUsablePoints: 4200 });
  });
  test('freight 500, free from 6,900', () => {
    expect(shares(quote, 'freight:of_free')).toEqual({ freight: -500 });
    expect(quote.freight).toEqual({ baseFen: 500, rushFen: 0, paidFen: 0, points: 0 });
  });
  test('payable 7,980: rice 5,801, milk 2,179', () => {
    expect(quote.payableFen).toBe(7980);
    expect([line('a_rice')?.paidFen, line('b_milk')?.paidFen]).toEqual([5801, 2179]);
  });
  test('steps come in the order of the rules', () =>
    expect(quote.adjustments.map((one) => one.id)).toEqual([
      'line-price:of_milk',
      'spend-tier:of_tiers',
      'first-order:of_first',
      'coupon:cn_60',
      'points:points-goods',
      'freight:of_free',
    ]));
  test('one of three milk gives back 726, the second 726, the third 727', () => {
    const milk = line('b_milk');
    if (!milk) throw new Error('no milk');
    expect([0, 1, 2].map((before) => refundShare(milk, before, 1).paidFen)).toEqual([726, 726, 727]);
  });
  test('nothing is left out, and the choice is proven', () => {
    expect(quote.notApplied).toEqual([]);
    expect(quote.coupons).toMatchObject({ mode: 'best', chosenIds: ['cn_60'], proven: true });
  });
  test('earns 79 points and one chance', () => expect(quote.earns).toEqual({ points: 79, chances: 1 }));
});
