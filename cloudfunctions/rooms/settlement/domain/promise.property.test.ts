import fc from 'fast-check';
import type { QuoteInput } from './input';
import type { Quote } from './quote';
import { settle } from './settle';
import { Applied, EVERY_KIND } from './support/applied';
import { holdsAlways } from './support/random';
import { coupon } from './support/random-coupons';
import { linePriceOffer, offerOfKind, packOffer } from './support/random-kinds';
import { wholeInputNoShelf as anyInput } from './support/random-whole';

/** The Promise at the end of rules.md section 1, on proven quotes, with offers of every kind at once. */
const base = anyInput.map((input) => ({ ...input, resident: { ...input.resident, firstOrderRight: true } }));

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

const reduction = fc.tuple(
  base,
  fc.oneof(offerOfKind['spend-tiers'], offerOfKind['first-order'], offerOfKind['free-freight']),
  newId,
);

function keepsPromise(before: Quote, after: Quote, input: QuoteInput): void {
  if (!before.proven || !after.proven) return;
  expect(costOf(after)).toBeLessThanOrEqual(costOf(before));
  const raised = after.payableFen - before.payableFen;
  const { unitFen, unitPoints } = input.pointsRule;
  expect(raised).toBeLessThan(unitFen);
  if (raised <= 0) return;
  const fewerPoints = before.points.used - after.points.used;
  expect((fewerPoints / unitPoints) * unitFen).toBeGreaterThanOrEqual(raised);
}

describe('the Promise, on random carts', () => {
  test('a tier, first order or free freight more never raises the cost, nor the payable by a unit of points', () => {
    const applied = new Applied();
    holdsAlways(reduction, ([input, name, id]) => {
      const [before, after] = [settle(input), settle(withOffer(input, name(id)))];
      applied.note(input, before);
      keepsPromise(before, after, input);
    });
    expect(applied.rare(EVERY_KIND)).toEqual([]);
  });

  test('a coupon more never raises the cost, nor the payable by a unit of points', () =>
    holdsAlways(fc.tuple(base, coupon, newId), ([input, name, id]) => {
      const more = { ...input, coupons: [...input.coupons, name(id)] };
      keepsPromise(settle(input), settle(more), input);
    }));

  test('a higher wish of points never raises the payable', () =>
    holdsAlways(fc.tuple(anyInput, fc.nat(3000)), ([input, extra]) => {
      const more = settle({ ...input, pointsWish: input.pointsWish + extra });
      expect(more.payableFen).toBeLessThanOrEqual(settle(input).payableFen);
    }));

  test('a line-price offer more never raises the sum after line prices, and says which thresholds it misses', () =>
    holdsAlways(fc.tuple(anyInput, fc.oneof(linePriceOffer, packOffer), newId), ([input, name, id]) => {
      const before = settle(input);
      const after = settle(withOffer(input, name(id)));
      if (!before.proven || !after.proven) return;
      expect(after.goodsFen).toBeLessThanOrEqual(before.goodsFen);
      const reached = new Set(before.adjustments.filter((a) => a.step === 'spend-tier').map((a) => a.offerId));
      for (const one of after.notApplied) if (one.reason === 'BELOW_MINIMUM') expect(reached).not.toContain(one.id);
    }));
});
