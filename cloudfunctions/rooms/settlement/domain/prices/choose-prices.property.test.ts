import fc from 'fast-check';
import { treeSeed } from '../../../../../tests/support/tree-seed';
import { choosePrices } from './choose-prices';
import type { ChosenPrices, PriceProblem } from './problem';
import { bestByBruteForce, choicesOf } from './support/brute-force';
import { keyOfChosen } from './support/check';
import { randomProblem } from './support/random';

const runs = { numRuns: Number(process.env.LINLI_RUNS ?? 2000), seed: treeSeed() };

/** Roughly how many assignments brute force would try. */
function assignments(problem: PriceProblem): number {
  return problem.lines.reduce((product, { quantity }, line) => {
    const options = choicesOf(problem, line).length * Math.max(1, problem.nths.length) + problem.bundles.length;
    let ways = 1;
    for (let i = 1; i <= quantity; i += 1) ways = (ways * (options + i - 1)) / i;
    return product * ways;
  }, 1);
}

describe.each([true, false])('floors %p', (floors) => {
  const small = randomProblem({ maxLines: 4, maxUnits: 10, floors }).filter((problem) => assignments(problem) < 4000);

  test('the choice is that of trying all assignments, to the last tie', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const chosen = choosePrices(problem);
        expect(chosen.proven).toBe(true);
        expect(keyOfChosen(problem, chosen)).toEqual(bestByBruteForce(problem));
      }),
      runs,
    );
  });

  const any = randomProblem({ maxLines: 5, maxUnits: 14, floors });

  test('the choice does not depend on the order of offers', () => {
    const shuffled = any.chain((problem) =>
      fc.tuple(fc.constant(problem), inAnyOrder(problem.prices), inAnyOrder(problem.bundles), inAnyOrder(problem.nths)),
    );
    fc.assert(
      fc.property(shuffled, ([problem, prices, bundles, nths]) => {
        const other = { ...problem, prices, bundles, nths };
        expect(byRank(other, choosePrices(other))).toEqual(byRank(problem, choosePrices(problem)));
      }),
      runs,
    );
  });
});

test('a further offer never raises the sum', () => {
  const any = randomProblem({ maxLines: 5, maxUnits: 12, floors: false });
  fc.assert(
    fc.property(any, fc.nat(), (problem, which) => {
      const offers = [...problem.prices, ...problem.bundles, ...problem.nths];
      const left = offers[which % Math.max(1, offers.length)];
      const without = <T>(list: readonly T[]) => list.filter((offer) => (offer as unknown) !== left);
      const fewer = {
        ...problem,
        prices: without(problem.prices),
        bundles: without(problem.bundles),
        nths: without(problem.nths),
      };
      const [more, less] = [choosePrices(problem), choosePrices(fewer)];
      // The promise is that of proven choices; prices of a few fen with many equal sums can pass the node limit.
      fc.pre(more.proven && less.proven);
      expect(more.sumFen).toBeLessThanOrEqual(less.sumFen);
    }),
    runs,
  );
});

const inAnyOrder = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

/** Offers by rank, which stays, instead of by index, which does not. */
function byRank(problem: PriceProblem, { parts, ...rest }: ChosenPrices) {
  const rankOf = (list: readonly { readonly rank: number }[], index: number | null) =>
    index === null ? null : list[index]?.rank;
  return {
    ...rest,
    parts: parts.map((part) => ({
      ...part,
      price: rankOf(problem.prices, part.price),
      bundle: rankOf(problem.bundles, part.bundle),
      nth: rankOf(problem.nths, part.nth),
    })),
  };
}
