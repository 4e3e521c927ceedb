import { costsOf } from './costs';
import type { QuoteInput } from './input';
import type { FundingShares, Quote } from './quote';
import { offerKinds } from './registry';
import { settle } from './settle';
import { holdsAlways } from './support/random';
import { wholeInput, wholeInputNoShelf } from './support/random-whole';

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
const borne = ({ shopFen, merchantsFen }: FundingShares) => shopFen + sum(Object.values(merchantsFen));

describe('sets, nth items, gifts and add-ons on random carts', () => {
  test('money is conserved, every benefit is borne whole, no gift is given twice, every offer is applied or says why', () =>
    holdsAlways(wholeInputNoShelf, (input) => {
      const quote = settle(input);
      isBorneWhole(quote);
      isOnTheShelf(quote, input);
      const said = new Set([...quote.notApplied.map(({ id }) => id), ...appliedIn(quote)]);
      for (const { offerId } of input.offers) expect([offerId, said.has(offerId)]).toEqual([offerId, true]);
    }));

  test('gifts and add-ons change no price, but for the rush fee', () =>
    holdsAlways(wholeInputNoShelf, (one) => {
      const lanes: readonly string[] = ['gift', 'add-on'];
      // Points pay whole units: of a lower fee they may leave a larger rest, and fewer of them are spent.
      const input = { ...one, pointsWish: 0 };
      const offers = input.offers.filter(({ kind }) => !lanes.includes(offerKinds[kind].lane));
      const [quote, without] = [settle(input), settle({ ...input, offers })];
      expect(quote.goodsPaidFen).toBe(without.goodsPaidFen);
      expect(quote.freight.paidFen).toBeLessThanOrEqual(without.freight.paidFen);
    }));

  test('the way that the next step names, taken, reaches it', () =>
    holdsAlways(wholeInput, (input) => {
      const { nextStep } = settle(input);
      if (!nextStep?.reach) return;
      const then = settle({ ...taken(input, nextStep.reach), shelf: undefined });
      const still = then.nextStep;
      const isSame = still?.id === nextStep.id && still.thresholdFen === nextStep.thresholdFen;
      expect([nextStep.id, isSame && nextStep.gapUnits === null]).toEqual([nextStep.id, false]);
    }));
});

function isBorneWhole(quote: Quote): void {
  for (const one of quote.gifts) expect(borne(one.funding)).toBe(one.quantity * one.valueUnitFen);
  for (const one of quote.addOns) expect(borne(one.funding)).toBe(one.costFen);
  const given = [...quote.gifts, ...quote.addOns].map(({ funding }) => borne(funding));
  const all = quote.adjustments.map(({ funding }) => borne(funding));
  const byOffer = quote.adjustments.filter(({ offerId }) => offerId !== null).map(({ funding }) => borne(funding));
  expect(borne(quote.funding)).toBe(sum([...all, ...given]));
  expect(sum(costsOf(quote).map(({ costFen }) => costFen))).toBe(sum([...byOffer, ...given]));
}

/** No more is given than the shelf has beyond the cart. */
function isOnTheShelf({ gifts }: Quote, { lines, giftStock = {} }: QuoteInput): void {
  for (const [skuId, stock] of Object.entries(giftStock)) {
    const own = sum(lines.filter((line) => line.selected && line.skuId === skuId).map(({ quantity }) => quantity));
    const given = sum(gifts.filter((one) => one.skuId === skuId).map(({ quantity }) => quantity));
    expect(given).toBeLessThanOrEqual(Math.max(0, stock - own));
  }
}

function appliedIn({ adjustments, gifts, addOns }: Quote): string[] {
  return [...adjustments, ...gifts, ...addOns].flatMap(({ offerId }) => offerId ?? []);
}

function taken(input: QuoteInput, { skuId, quantity }: { skuId: string; quantity: number }): QuoteInput {
  const has = input.lines.find((line) => line.skuId === skuId && line.selected);
  if (has) {
    const more = { ...has, quantity: has.quantity + quantity };
    return { ...input, lines: input.lines.map((line) => (line === has ? more : line)) };
  }
  const item = input.shelf?.find((one) => one.skuId === skuId);
  if (!item) throw new Error(`${skuId} is not on the shelf`);
  const others = input.lines.filter((line) => line.skuId !== skuId);
  return { ...input, lines: [...others, { ...item, quantity, selected: true }] };
}
