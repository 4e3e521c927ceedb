import { settle } from '../settle';
import { aLine, anInput, anOffer } from '../support/build';

test('an nth item carries the numbers of its label: the second of 2, half price, 1 unit', () => {
  const offers = [anOffer('nth-item', 'n', { every: 2, reduced: 1, payRateBps: 5000 })];
  const quote = settle(anInput({ lines: [aLine('milk', { quantity: 2 })], offers }));
  expect(quote.adjustments.map(({ id, numbers }) => [id, numbers])).toEqual([
    ['nth-item:n', { every: 2, reduced: 1, payRateBps: 5000, units: 1 }],
  ]);
});

test('99.99 % of 1 fen is 1 fen: nothing is reduced, and the line stays whole', () => {
  const offers = [anOffer('nth-item', 'n', { every: 2, reduced: 1, payRateBps: 9999 })];
  const quote = settle(anInput({ lines: [aLine('bag', { listUnitFen: 1, quantity: 2 })], offers }));
  expect(quote.lines.map(({ lineId, quantity, nthOfferId }) => [lineId, quantity, nthOfferId])).toEqual([
    ['bag', 2, null],
  ]);
  expect([quote.adjustments, quote.notApplied.map(({ reason }) => reason)]).toEqual([[], ['NOT_BETTER']]);
});
