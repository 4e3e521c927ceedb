import fc from 'fast-check';
import type { QuoteInput } from './input';
import type { Quote } from './quote';
import { settle } from './settle';
import {
  coupon,
  firstOrderOffer,
  freeFreightOffer,
  holdsAlways,
  linePriceOffer,
  packOffer,
  randomInput,
  spendTierOffer,
} from './support/random';

/** The Promise at the end of rules.md section 1, on proven quotes. */
const any = randomInput({ floors: true, maxCoupons: 4 });
const base = any.map((input) => ({ ...input, resident: { ...input.resident, firstOrderRight: true } }));

/** Goods after step 5 and freight before points. */
function costOf({ adjustments, listFen, freight }: Quote): number {
  const taken = adjustments.filter((a) => a.kind !== 'points-goods' && a.kind !== 'points-freight');
  return listFen + freight.baseFen + freight.rushFen + taken.reduce((sum, a) => sum + a.amountFen, 0);
}

function withOffer(input: QuoteInput, offer: QuoteInput['offers'][number]): QuoteInput {
  return { ...input, offers: [...input.offers, offer] };
}

/** The new one's id may come anywhere among the others. */
const newId = fc.constantFrom('a_new', 'o1_new', 'z_new');

const reduction = fc.tuple(base, fc.oneof(spendTierOffer, firstOrderOffer, freeFreightOffer), newId);

function keepsPromise(before: Quote, after: Quote, input: QuoteInput): void {
  if (!before.coupons.proven || !after.coupons.proven) return;
  expect(costOf(after)).toBeLessThanOrEqual(costOf(before));
  const raised = after.payableFen - before.payableFen;
  const { unitFen, unitPoints } = input.pointsRule;
  expect(raised).toBeLessThan(unitFen);
  if (raised <= 0) return;
  const fewerPoints = before.points.used - after.points.used;
  expect((fewerPoints / unitPoints) * unitFen).toBeGreaterThanOrEqual(raised);
}

describe('the Promise, on random carts', () => {
  test('a tier, first order or free freight more never raises the cost, nor the payable by a unit of points', () =>
    holdsAlways(reduction, ([input, name, id]) =>
      keepsPromise(settle(input), settle(withOffer(input, name(id))), input),
    ));

  test('a coupon more never raises the cost, nor the payable by a unit of points', () =>
    holdsAlways(fc.tuple(base, coupon, newId), ([input, name, id]) => {
      const more = { ...input, coupons: [...input.coupons, name(id)] };
      keepsPromise(settle(input), settle(more), input);
    }));

  test('a higher wish of points never raises the payable', () =>
    holdsAlways(fc.tuple(any, fc.nat(3000)), ([input, extra]) => {
      const more = settle({ ...input, pointsWish: input.pointsWish + extra });
      expect(more.payableFen).toBeLessThanOrEqual(settle(input).payableFen);
    }));

  test('a line-price offer more never raises the sum after line prices, and says which thresholds it misses', () =>
    holdsAlways(fc.tuple(any, fc.oneof(linePriceOffer, packOffer), newId), ([input, name, id]) => {
      const before = settle(input);
      const after = settle(withOffer(input, name(id)));
      expect(after.goodsFen).toBeLessThanOrEqual(before.goodsFen);
      const reached = new Set(before.adjustments.filter((a) => a.step === 'spend-tier').map((a) => a.offerId));
      for (const one of after.notApplied) if (one.reason === 'BELOW_MINIMUM') expect(reached).not.toContain(one.id);
    }));
});
