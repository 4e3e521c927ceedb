import { problemsOfOffer } from '../registry';
import { nthItem } from './nth-item';

describe('nth item', () => {
  test.each([
    [1, 1],
    [999, 500],
    [1000, 500],
    [1001, 501],
  ])('the second at half price: %p fen becomes %p', (unitFen, reducedFen) =>
    expect(nthItem.reducedUnitFen({ every: 2, reduced: 1, payRateBps: 5000 }, unitFen)).toBe(reducedFen),
  );
  test('a rate of 0 gives it away', () =>
    expect(nthItem.reducedUnitFen({ every: 3, reduced: 1, payRateBps: 0 }, 999)).toBe(0));
  test.each([
    [{ every: 2, reduced: 1 }, []],
    [{ every: 20, reduced: 19 }, []],
    [{ every: 1, reduced: 1 }, [['every', 'OUT_OF_BOUNDS']]],
    [{ every: 21, reduced: 1 }, [['every', 'OUT_OF_BOUNDS']]],
    [{ every: 3, reduced: 0 }, [['reduced', 'OUT_OF_BOUNDS']]],
    [{ every: 3, reduced: 3 }, [['reduced', 'RULE']]],
  ])('%j: %j', (group, problems) =>
    expect(
      problemsOfOffer('nth-item', { ...group, payRateBps: 5000 }).map(({ field, problem }) => [field, problem]),
    ).toEqual(problems),
  );
});
