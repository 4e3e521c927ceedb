import { problemsOfOffer } from '../registry';
import { rushRate } from './rush-rate';

describe('rush rate', () => {
  test('half the fee', () => expect(rushRate.payRateBps({ payRateBps: 5000 })).toBe(5000));
  test.each([
    [0, 0],
    [9999, 0],
    [10_000, 1],
  ])('a rate of %p has %p problems', (payRateBps, problems) =>
    expect(problemsOfOffer('rush-rate', { payRateBps })).toHaveLength(problems),
  );
});
