import fc from 'fast-check';
import { allocate } from '../../../kernel/allocate';
import type { Quote } from './quote';
import { settle } from './settle';
import { handLines, reductionsByHand, sharedByHand, takenByHand } from './support/by-hand';
import { chosenIn, payableByHand } from './support/chosen';
import { isLegal, oneChange } from './support/greedy';
import { holdsAlways } from './support/random';
import { wholeInputNoShelf } from './support/random-whole';

/** Amounts of steps 3 to 5 by offer or coupon id. */
function takenIn({ adjustments }: Quote): Map<string, number> {
  const steps: readonly string[] = ['spend-tier', 'first-order', 'coupon'];
  const own = adjustments.filter(({ step }) => steps.includes(step));
  return new Map(own.map(({ couponId, offerId, amountFen }) => [couponId ?? offerId ?? '', -amountFen]));
}

describe('offers of every kind at once, reckoned again on paper', () => {
  test('each reduction takes what paper says; goods, freight and points come to the same payable', () =>
    holdsAlways(wholeInputNoShelf, (input) => {
      const quote = settle(input);
      const { takenFen, ...paid } = payableByHand(input, quote);
      const { goodsPaidFen, payableFen, freight } = quote;
      expect(takenIn(quote)).toEqual(takenFen);
      expect({ goodsPaidFen, freightPaidFen: freight.paidFen, payableFen }).toEqual(paid);
    }));

  test('the choice is legal, and no other that differs in one place is cheaper', () =>
    holdsAlways(wholeInputNoShelf, (input) => {
      const quote = settle(input);
      const lines = handLines(input, quote);
      const all = reductionsByHand(input, lines);
      const chosen = chosenIn(quote, all);
      expect(isLegal(chosen)).toBe(true);
      const { costFen } = takenByHand(chosen, lines);
      for (const other of oneChange(chosen, all))
        expect(takenByHand(other, lines).costFen).toBeGreaterThanOrEqual(costFen);
    }));
});

test('an amount is shared over lines that take more or less as paper shares it', () => {
  const target = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .map(([weightFen, capFen]) => ({ weightFen, capFen: Math.min(weightFen, capFen) }));
  holdsAlways(fc.tuple(fc.nat(40), fc.array(target, { minLength: 1, maxLength: 6 })), ([amountFen, targets]) => {
    const weights = targets.map(({ weightFen }) => weightFen);
    const caps = targets.map(({ capFen }) => capFen);
    expect(allocate(amountFen, targets).sharesFen).toEqual(sharedByHand(amountFen, weights, caps));
  });
});
