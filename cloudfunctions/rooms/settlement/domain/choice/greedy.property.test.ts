import { treeSeed } from '../../../../../tests/support/tree-seed';
import type { QuoteInput } from '../input';
import { settle } from '../settle';
import { handLines, reductionsByHand, takenByHand } from '../support/by-hand';
import { chosenIn, payableByHand } from '../support/chosen';
import { crowdedInput } from '../support/crowded';
import { bestOfEachGroup, isLegal, oneByOne, oneChange, steepest } from '../support/greedy';
import { type RealisticSize, realisticInput, realisticSize } from '../support/realistic';

/**
 * What the engine charges, against how people would choose. The other side is reckoned on paper (support/by-hand.ts)
 * from the line prices that the quote states, and shares no code with the engine; that the engine itself comes to what
 * paper says of its own choice is asked of every cart first.
 */
const ways = { bestOfEachGroup, oneByOne, steepest };
const RUNS = Number(process.env.LINLI_RUNS ?? 2000);
const LARGEST: RealisticSize = { lines: 100, offers: 100, coupons: 200 };
/** Carts of each sort; the largest and the crowded take up to some hundred times as long as the others. */
const ofRuns = (perThousand: number) => Math.ceil((RUNS * perThousand) / 1000);
const COUNTS = { realistic: ofRuns(791), crowded: ofRuns(200), large: ofRuns(7), largeCrowded: ofRuns(2) };
const LIMIT_MS = 120_000;
const seed = treeSeed();

interface Weighed {
  readonly paperSaysTheSame: boolean;
  readonly isLegal: boolean;
  /** Ways that come to less than the engine; `one change`: of its choice in one place. */
  readonly cheaper: readonly string[];
  /** Ways that come to more. */
  readonly dearer: readonly string[];
}

function weigh(input: QuoteInput): Weighed {
  const quote = settle(input);
  const lines = handLines(input, quote);
  const all = reductionsByHand(input, lines);
  const chosen = chosenIn(quote, all);
  const { costFen } = takenByHand(chosen, lines);
  const costs = Object.entries(ways).map(([name, choose]) => {
    return { name, fen: takenByHand(choose(all, lines), lines).costFen };
  });
  for (const other of oneChange(chosen, all))
    costs.push({ name: 'one change', fen: takenByHand(other, lines).costFen });
  const { goodsPaidFen, freightPaidFen, payableFen } = payableByHand(input, quote);
  return {
    paperSaysTheSame:
      goodsPaidFen === quote.goodsPaidFen &&
      freightPaidFen === quote.freight.paidFen &&
      payableFen === quote.payableFen &&
      quote.lines.every(({ lineId, paidFen }, i) => {
        const line = lines[i];
        return line?.lineId === lineId && paidFen >= line.floorFen;
      }),
    isLegal: isLegal(chosen),
    cheaper: costs.filter(({ fen }) => fen < costFen).map(({ name }) => name),
    dearer: costs.filter(({ fen }) => fen > costFen).map(({ name }) => name),
  };
}

/** A campaign, a shopper and a size make a cart: what fails is named by them. */
function neverLoses(make: typeof realisticInput, sizeOf: (seed: number) => RealisticSize, count: number): void {
  const wins = new Map<string, number>();
  for (let n = 0; n < count; n += 1) {
    const [campaign, shopper, size] = [seed + n, seed + n * 31, sizeOf(seed + n)];
    const { dearer, ...judged } = weigh(make(campaign, shopper, size));
    const sound = { paperSaysTheSame: true, isLegal: true, cheaper: [] };
    expect({ campaign, shopper, size, ...judged }).toEqual({ campaign, shopper, size, ...sound });
    for (const name of new Set(dearer)) wins.set(name, (wins.get(name) ?? 0) + 1);
  }
  // Carts on which every way comes to the same would show nothing.
  const worth = count < 100 ? [] : Object.keys(ways);
  for (const name of worth) expect([name, wins.get(name) ?? 0]).not.toEqual([name, 0]);
}

const crowdedSize = (n: number): RealisticSize => {
  const { lines, offers, coupons } = realisticSize(n);
  return { lines: Math.min(20, Math.max(4, lines)), offers, coupons: Math.min(60, Math.max(6, coupons)) };
};

describe('nobody who chooses by hand pays less, and no line goes below its floor', () => {
  test(
    `${COUNTS.realistic} realistic carts of up to 30 lines, 30 offers and 200 coupons`,
    () => neverLoses(realisticInput, realisticSize, COUNTS.realistic),
    LIMIT_MS,
  );
  test(
    `${COUNTS.crowded} carts with floors near the price and coupons that differ by a fen`,
    () => neverLoses(crowdedInput, crowdedSize, COUNTS.crowded),
    LIMIT_MS,
  );
  test(
    `${COUNTS.large} realistic carts of 100 lines, 100 offers and 200 coupons in 4 groups`,
    () => neverLoses(realisticInput, () => LARGEST, COUNTS.large),
    LIMIT_MS,
  );
  test(
    `${COUNTS.largeCrowded} such carts with floors near the price and coupons that differ by a fen`,
    () => neverLoses(crowdedInput, () => LARGEST, COUNTS.largeCrowded),
    LIMIT_MS,
  );
});
