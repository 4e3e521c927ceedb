import fc from 'fast-check';
import { treeSeed } from '../../../../../tests/support/tree-seed';
import { choosePrices } from './choose-prices';
import type { PriceProblem } from './problem';
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
});
