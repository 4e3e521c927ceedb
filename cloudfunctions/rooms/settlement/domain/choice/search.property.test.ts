import fc from 'fast-check';
import type { QuoteInput } from '../input';
import { prepareOffers } from '../prepared';
import { Basket } from '../steps/basket';
import { candidatesOf } from '../steps/candidates';
import { openPrices } from '../steps/line-price-adjustments';
import { priceLines } from '../steps/line-prices';
import { LineSets } from '../steps/line-sets';
import { Openness } from '../steps/openness';
import { holdsAlways, randomInput } from '../support/random';
import { byBetter, type Choice } from './compare';
import type { Option } from './option';
import { bestChoice } from './search';
import { type Ground, takeOffAll } from './take-off';

function prepare(input: QuoteInput): { options: readonly Option[]; ground: Ground } {
  const prepared = prepareOffers(input.offers);
  const basket = new Basket(input.lines, prepared.scopes);
  const openness = new Openness(prepared, input);
  const priced = priceLines(basket, openPrices(prepared, openness), 20_000);
  const { lines } = priced;
  const amountsFen = lines.map((line) => line.amountFen);
  const floorsFen = lines.map((line, i) => (line.noPromotion ? 0 : (priced.floorsFen[i] ?? 0)));
  const { goods } = candidatesOf({
    input,
    prepared,
    openness,
    basket,
    sets: new LineSets(priced),
    notes: { missed: [], ahead: [] },
  });
  return { options: goods, ground: { amountsFen, floorsFen } };
}

/** Every legal choice, one by one: no bounds, no equals left out. */
function bruteForce(options: readonly Option[], ground: Ground): Choice {
  const groups = [...new Set(options.map((option) => option.groupKey))].map((key) =>
    options.filter((option) => option.groupKey === key),
  );
  let choices: Option[][] = [[]];
  for (const group of groups)
    choices = choices.flatMap((chosen) => [chosen, ...group.map((option) => [...chosen, option])]);
  const weighed = choices.flatMap((chosen): Choice[] => {
    const amountsFen = [...ground.amountsFen];
    const taken = takeOffAll(chosen, amountsFen, ground.floorsFen);
    if (taken.some(({ amountFen }) => amountFen === 0)) return [];
    const couponCount = chosen.filter(({ from }) => from.source === 'coupon').length;
    return [{ options: chosen, costFen: amountsFen.reduce((sum, fen) => sum + fen, 0), couponCount }];
  });
  const [best] = weighed.sort(byBetter);
  if (!best) throw new Error('the empty choice is legal');
  return best;
}

const idsOf = (choice: Choice) => choice.options.map(({ from, rung }) => `${from.id}/${rung.thresholdFen}`).sort();

describe.each([true, false])('the best choice, floors %p', (floors) => {
  const any = randomInput({ floors, maxCoupons: 8 });

  test('is that of trying all, to the last tie', () =>
    holdsAlways(any, (input) => {
      const { options, ground } = prepare(input);
      const found = bestChoice(options, ground, 100_000);
      const best = bruteForce(options, ground);
      expect(found.proven).toBe(true);
      expect(found.costFen).toBe(best.costFen);
      expect(idsOf(found)).toEqual(idsOf(best));
    }));

  test('cut short, it is legal, never worse than nothing, and says that it is not proven', () =>
    holdsAlways(fc.tuple(any, fc.integer({ min: 1, max: 4 })), ([input, limit]) => {
      const { options, ground } = prepare(input);
      const found = bestChoice(options, ground, limit);
      expect(found.considered).toBeLessThanOrEqual(limit);
      expect(found.costFen).toBeGreaterThanOrEqual(bruteForce(options, ground).costFen);
      expect(found.costFen).toBeLessThanOrEqual(ground.amountsFen.reduce((sum, fen) => sum + fen, 0));
    }));
});
