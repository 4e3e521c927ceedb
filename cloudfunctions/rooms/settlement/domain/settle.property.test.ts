import fc from 'fast-check';
import type { Funding } from '../../../kernel/coupon';
import type { QuoteInput } from './input';
import type { FundingShares, Quote } from './quote';
import { settle } from './settle';
import { Applied, EVERY_KIND, EVERY_TURN } from './support/applied';
import { sumOf } from './support/by-hand';
import { holdsAlways, shuffled } from './support/random';
import { wholeInputNoShelf as anyInput } from './support/random-whole';

/** Offers of every kind of the registry at once. */
describe('every quote, on random carts', () => {
  test('conserves money, and every kind of offer, coupon and benefit is in at least 1 of 100 quotes', () => {
    const applied = new Applied();
    holdsAlways(anyInput, (input) => {
      const quote = settle(input);
      applied.note(input, quote);
      isTheCart(quote, input);
      addsUp(quote, input);
    });
    expect(applied.rare([...EVERY_KIND, ...EVERY_TURN])).toEqual([]);
  });

  test('of each line share merchants bear their rates rounded down, the shop the rest', () =>
    holdsAlways(anyInput, (input) => {
      const quote = settle(input);
      for (const { offerId, couponId, allocation, funding } of quote.adjustments)
        expect(funding).toEqual(
          borne(
            fundingOf(input, offerId ?? couponId),
            allocation.map((a) => -a.amountFen),
          ),
        );
      for (const { offerId, quantity, valueUnitFen, funding } of quote.gifts)
        expect(funding).toEqual(borne(fundingOf(input, offerId), [quantity * valueUnitFen]));
      for (const { offerId, costFen, funding } of quote.addOns)
        expect(funding).toEqual(borne(fundingOf(input, offerId), [costFen]));
    }));

  test('is stored and read again as it is: no −0, nothing undefined', () =>
    holdsAlways(anyInput, (input) => {
      const quote = settle(input);
      expect(JSON.parse(JSON.stringify(quote))).toStrictEqual(quote);
    }));

  test('keeps every line at or above its floor', () =>
    holdsAlways(anyInput, (input) => {
      const floors = new Map(input.lines.map((l) => [l.skuId, Math.min(l.floorUnitFen ?? 0, l.listUnitFen)]));
      for (const line of settle(input).lines) {
        const floorFen = (floors.get(line.skuId) ?? 0) * line.quantity;
        expect(line.amountFen).toBeGreaterThanOrEqual(floorFen);
        expect(line.paidFen).toBeGreaterThanOrEqual(floorFen);
      }
    }));

  test('leaves noPromotion lines at list price, without points', () =>
    holdsAlways(anyInput, (input) => {
      for (const line of settle(input).lines.filter((l) => l.noPromotion)) {
        expect(line.paidFen).toBe(line.listFen);
        expect(line.points).toBe(0);
      }
    }));

  test('does not depend on the order of the input, and is the same twice', () =>
    holdsAlways(
      anyInput.chain((input) => fc.tuple(fc.constant(input), shuffled(input))),
      ([input, other]) => {
        const quote = settle(input);
        expect(settle(other)).toEqual(quote);
        expect(settle(input)).toEqual(quote);
        expect(settle(structuredClone(input)).fingerprint).toBe(quote.fingerprint);
      },
    ));

  test('says of every offer and coupon either what it brought or why not', () =>
    holdsAlways(anyInput, (input) => {
      const quote = settle(input);
      const said = new Set([
        ...quote.adjustments.map((a) => a.couponId ?? a.offerId),
        ...[...quote.gifts, ...quote.addOns].map((one) => one.offerId),
        ...quote.notApplied.map((one) => one.id),
      ]);
      for (const { offerId } of input.offers) expect(said).toContain(offerId);
      for (const { couponId } of input.coupons) expect(said).toContain(couponId);
    }));

  test('uses at most one coupon of each group and one on freight, each for something', () =>
    holdsAlways(anyInput, (input) => {
      const quote = settle(input);
      const groups = quote.coupons.chosenIds.map((id) => {
        const terms = input.coupons.find((c) => c.couponId === id)?.terms;
        return terms?.kind === 'freight' ? 'freight' : `goods:${terms?.group}`;
      });
      expect(new Set(groups).size).toBe(groups.length);
      expect(quote.adjustments.filter((a) => a.couponId !== null)).toHaveLength(groups.length);
    }));

  test('the next step is some way off, and brings something', () =>
    holdsAlways(anyInput, (input) => {
      const { nextStep } = settle(input);
      if (!nextStep) return;
      // Units that cost nothing are a gap of units alone.
      expect(nextStep.gapUnits ?? nextStep.gapFen).toBeGreaterThan(0);
      expect(nextStep.rewardFen > 0 || nextStep.benefit !== null).toBe(true);
    }));
});

/** Every selected unit is in one line at its list price, and nothing else is. */
function isTheCart({ lines }: Quote, input: QuoteInput): void {
  const cart = input.lines.filter(({ selected }) => selected);
  for (const { skuId, listUnitFen, quantity } of cart) {
    const own = lines.filter((line) => line.skuId === skuId);
    expect(sumOf(own.map((line) => line.quantity))).toBe(quantity);
    expect(sumOf(own.map((line) => line.listFen))).toBe(listUnitFen * quantity);
  }
  expect(new Set(lines.map(({ skuId }) => skuId)).size).toBe(cart.length);
}

/** "Always" of rules.md section 1, from the cart itself. */
function addsUp(quote: Quote, { lines, delivery }: QuoteInput): void {
  const cart = lines.filter(({ selected }) => selected);
  const feesFen = cart.length === 0 ? 0 : delivery.baseFreightFen + delivery.rushFeeFen;
  const listFen = sumOf(cart.map(({ listUnitFen, quantity }) => listUnitFen * quantity));
  expect(listFen + feesFen + sumOf(quote.adjustments.map(({ amountFen }) => amountFen))).toBe(quote.payableFen);
  expect(sumOf(quote.lines.map(({ paidFen }) => paidFen)) + quote.freight.paidFen).toBe(quote.payableFen);
  for (const { amountFen, allocation } of quote.adjustments) {
    expect(amountFen).toBeLessThan(0);
    expect(sumOf(allocation.map((share) => share.amountFen))).toBe(amountFen);
  }
  expect(quote.freight.paidFen).toBeGreaterThanOrEqual(0);
}

/** Of an offer or coupon; the shop alone bears what comes from neither. */
function fundingOf({ offers, coupons }: QuoteInput, id: string | null): Funding {
  const offer = offers.find(({ offerId }) => offerId === id);
  return offer?.funding ?? coupons.find(({ couponId }) => couponId === id)?.terms.funding ?? {};
}

function borne(funding: Funding, sharesFen: readonly number[]): FundingShares {
  const merchants = Object.entries(funding).map(([id, bps]): [string, number] => {
    return [id, sumOf(sharesFen.map((fen) => Math.floor((fen * bps) / 10_000)))];
  });
  return {
    shopFen: sumOf(sharesFen) - sumOf(merchants.map(([, fen]) => fen)),
    merchantsFen: Object.fromEntries(merchants),
  };
}
