import fc from 'fast-check';
import { assertConserved } from './conserved';
import { settle } from './settle';
import { holdsAlways, randomInput, shuffled } from './support/random';

const any = randomInput({ floors: true, maxCoupons: 5 });

describe('every quote, on random carts', () => {
  test('conserves money: list + freight + adjustments = payable, shares sum, funding sums', () =>
    holdsAlways(any, (input) => assertConserved(settle(input))));

  test('is stored and read again as it is: no −0, nothing undefined', () =>
    holdsAlways(any, (input) => {
      const quote = settle(input);
      expect(JSON.parse(JSON.stringify(quote))).toStrictEqual(quote);
    }));

  test('keeps every line at or above its floor', () =>
    holdsAlways(any, (input) => {
      const floors = new Map(input.lines.map((l) => [l.skuId, Math.min(l.floorUnitFen ?? 0, l.listUnitFen)]));
      for (const line of settle(input).lines)
        expect(line.paidFen).toBeGreaterThanOrEqual((floors.get(line.skuId) ?? 0) * line.quantity);
    }));

  test('leaves noPromotion lines at list price, without points', () =>
    holdsAlways(any, (input) => {
      for (const line of settle(input).lines.filter((l) => l.noPromotion)) {
        expect(line.paidFen).toBe(line.listFen);
        expect(line.points).toBe(0);
      }
    }));

  test('does not depend on the order of the input, and is the same twice', () =>
    holdsAlways(
      any.chain((input) => fc.tuple(fc.constant(input), shuffled(input))),
      ([input, other]) => {
        const quote = settle(input);
        expect(settle(other)).toEqual(quote);
        expect(settle(structuredClone(input)).fingerprint).toBe(quote.fingerprint);
      },
    ));

  test('says of every offer and coupon either what it took or why not', () =>
    holdsAlways(any, (input) => {
      const quote = settle(input);
      const said = new Set([
        ...quote.adjustments.map((a) => a.couponId ?? a.offerId),
        ...quote.notApplied.map((one) => one.id),
      ]);
      for (const { offerId } of input.offers) expect(said).toContain(offerId);
      for (const { couponId } of input.coupons) expect(said).toContain(couponId);
    }));

  test('uses at most one coupon of each group and one on freight, each for something', () =>
    holdsAlways(any, (input) => {
      const quote = settle(input);
      const groups = quote.coupons.chosenIds.map((id) => {
        const terms = input.coupons.find((c) => c.couponId === id)?.terms;
        return terms?.kind === 'freight' ? 'freight' : `goods:${terms?.group}`;
      });
      expect(new Set(groups).size).toBe(groups.length);
      expect(quote.adjustments.filter((a) => a.couponId !== null)).toHaveLength(groups.length);
    }));

  test('the next step, taken, brings its reward or more on an empty wish of points', () =>
    holdsAlways(any, (input) => {
      const { nextStep } = settle(input);
      if (!nextStep) return;
      expect(nextStep.gapFen).toBeGreaterThan(0);
      expect(nextStep.rewardFen).toBeGreaterThan(0);
    }));
});
