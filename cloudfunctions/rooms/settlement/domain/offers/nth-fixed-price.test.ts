import { problemsOfOffer } from '../registry';
import { settle } from '../settle';
import { aLine, anInput, anOffer } from '../support/build';

const thirdForOne = { every: 3, reduced: 1, unitFen: 100 };

describe('every third item at 1 yuan', () => {
  test.each([
    [2, 2000, ['NOT_ENOUGH_UNITS']],
    [3, 2100, []],
    [5, 4100, []],
    [6, 4200, []],
  ])('%p milk at 10 yuan cost %p fen, left out: %j', (quantity, goodsFen, reasons) => {
    const offers = [anOffer('nth-fixed-price', 'n', thirdForOne)];
    const quote = settle(anInput({ lines: [aLine('milk', { quantity })], offers }));
    expect(quote.goodsFen).toBe(goodsFen);
    expect(quote.notApplied.map(({ reason }) => reason)).toEqual(reasons);
  });
  test.each([
    [99, 297],
    [100, 300],
    [101, 302],
  ])('a unit of %p fen is never dearer for it: three cost %p', (listUnitFen, goodsFen) => {
    const offers = [anOffer('nth-fixed-price', 'n', thirdForOne)];
    const quote = settle(anInput({ lines: [aLine('bag', { listUnitFen, quantity: 3 })], offers }));
    expect(quote.goodsFen).toBe(goodsFen);
  });
  test.each([
    [thirdForOne, []],
    [{ ...thirdForOne, reduced: 3 }, ['reduced']],
    [{ ...thirdForOne, unitFen: -1 }, ['unitFen']],
  ])('%j: wrong are %j', (parameters, fields) =>
    expect(problemsOfOffer('nth-fixed-price', parameters).map(({ field }) => field)).toEqual(fields),
  );
});
