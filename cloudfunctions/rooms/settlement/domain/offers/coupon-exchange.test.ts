import { largestReductionFen } from '../../../../kernel/coupon';
import { couponExchange } from './coupon-exchange';

const terms = {
  kind: 'exchange',
  skuId: 'cake',
  scope: { skuIds: ['cake'] },
  minSpendFen: 0,
  group: 'a',
  priceFen: 100,
  capFen: 1500,
} as const;
const offOf = (dearestUnitFen: number, over: Partial<typeof terms> = {}) =>
  couponExchange.ladder({ ...terms, ...over }, dearestUnitFen, dearestUnitFen).reached.map((rung) => rung.terms);

describe('exchange coupon: one cake for 1 yuan', () => {
  test.each([
    [99, 0],
    [100, 0],
    [101, 1],
    [1280, 1180],
    [1600, 1500],
    [1601, 1500],
  ])('a cake of %p fen takes %p', (unitFen, offFen) => expect(offOf(unitFen)).toEqual([{ form: 'fixed', offFen }]));
  test('its largest reduction is its cap, whatever the cake costs later', () =>
    expect(largestReductionFen(terms)).toBe(1500));
});
