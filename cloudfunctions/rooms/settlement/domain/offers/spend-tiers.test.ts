import { problemsOfOffer } from '../registry';
import { spendTiers } from './spend-tiers';

const fixed = (thresholdFen: number, offFen: number) => ({ thresholdFen, off: { form: 'fixed' as const, offFen } });
const best = { group: 'a', reach: { form: 'best' as const, tiers: [fixed(10_000, 1200), fixed(5000, 500)] } };
const each = { group: 'a', reach: { form: 'each' as const, eachFullFen: 3000, offFen: 400, capFen: 1000 } };

describe('spend tiers', () => {
  test.each([
    [4999, [], 5000],
    [5000, [5000], 10_000],
    [9999, [5000], 10_000],
    [10_000, [5000, 10_000], undefined],
  ])('best of 50 and 100 on %p reaches %j, next %p', (baseFen, reached, next) => {
    const ladder = spendTiers.ladder(best, baseFen);
    expect(ladder.reached.map((rung) => rung.thresholdFen)).toEqual(reached);
    expect(ladder.next?.thresholdFen).toBe(next);
  });
  test.each([
    [2999, undefined, 3000],
    [3000, 400, 6000],
    [8999, 800, 9000],
    [9000, 1000, undefined],
    [90_000, 1000, undefined],
  ])('4 for each full 30, at most 10, on %p takes %p, next %p', (baseFen, offFen, next) => {
    const ladder = spendTiers.ladder(each, baseFen);
    expect(ladder.reached.map((rung) => rung.terms)).toEqual(offFen ? [{ form: 'fixed', offFen }] : []);
    expect(ladder.next?.thresholdFen).toBe(next);
  });
  test('two tiers of one threshold are refused by name', () =>
    expect(
      problemsOfOffer('spend-tiers', { group: 'a', reach: { form: 'best', tiers: [fixed(1, 1), fixed(1, 2)] } }),
    ).toEqual([{ field: 'reach.tiers.1.thresholdFen', problem: 'RULE' }]));
  test('a percentage without a cap is refused: budgets reckon with the worst case', () =>
    expect(
      problemsOfOffer('spend-tiers', {
        group: 'a',
        reach: { form: 'best', tiers: [{ thresholdFen: 1, off: { form: 'percentage', payRateBps: 9000 } }] },
      }),
    ).toEqual([{ field: 'reach.tiers.0.off.capFen', problem: 'MISSING' }]));
});
