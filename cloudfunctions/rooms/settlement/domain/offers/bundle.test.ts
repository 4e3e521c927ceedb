import type { OfferParameters } from '../registry';
import { problemsOfOffer } from '../registry';
import { bundle } from './bundle';

type Bundle = OfferParameters<'bundle'>;
const unit = (listUnitFen: number, floorUnitFen = 0) => ({ listUnitFen, floorUnitFen });
const breakfast = [
  { skuId: 'milk', quantity: 2 },
  { skuId: 'bread', quantity: 1 },
];
const asks = (price: Bundle['price'], over: Partial<Bundle> = {}): Bundle => ({
  components: breakfast,
  price,
  ...over,
});

describe('a set price over bread 1,000 and milk 2 × 600', () => {
  test('goes by list price, in ascending SKU id: 1,980 is 900 and 1,080', () =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen: 1980 }), [unit(1000), unit(600)])).toEqual([900, 1080]));
  test('by largest remainder: of 1,501 bread 682.27 is 682, milk 818.73 is 819', () =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen: 1501 }), [unit(1000), unit(600)])).toEqual([682, 819]));
  test('ties go to the earlier: 1,001 over 600 and 2 × 300 is 501 and 500', () =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen: 1001 }), [unit(600), unit(300)])).toEqual([501, 500]));
  test('a component keeps its floor, the other comes down for it: 1,100 is 950 and 150', () =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen: 1100 }), [unit(1000, 950), unit(600)])).toEqual([
      950, 150,
    ]));
  test('floors above the price: 900 + 2 × 500', () =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen: 100 }), [unit(1000, 900), unit(600, 500)])).toEqual([
      900, 1000,
    ]));
  test.each([
    [2199, true],
    [2200, false],
    [2201, false],
  ])('%p fen for 2,200 at list is a set: %p', (setFen, isOne) =>
    expect(bundle.setAmountsFen(asks({ form: 'set', setFen }), [unit(1000), unit(600)]) !== null).toBe(isOne),
  );
});

describe('a rate and a cut go by unit', () => {
  test('85 % of 999 and 2 × 599: ceil(849.15) = 850, 2 × ceil(509.15) = 1,020', () =>
    expect(bundle.setAmountsFen(asks({ form: 'rate', payRateBps: 8500 }), [unit(999), unit(599)])).toEqual([
      850, 1020,
    ]));
  test('1 yuan off each unit, never below 0 or the floor', () =>
    expect(bundle.setAmountsFen(asks({ form: 'cut', offFen: 100 }), [unit(80), unit(600, 550)])).toEqual([0, 1100]));
});

describe('what an operator may enter', () => {
  const sound = asks({ form: 'set', setFen: 1980 }, { maxSets: 3 });
  const gift = { giftSkuId: 'cup', quantity: 1, valueUnitFen: 900 };
  test.each([
    [sound, []],
    [{ ...sound, gift }, []],
    [{ ...sound, gift: { ...gift, substitute: { giftSkuId: 'bowl', valueUnitFen: 900 } } }, []],
    [
      { ...sound, gift: { ...gift, substitute: { giftSkuId: 'cup', valueUnitFen: 900 } } },
      ['gift.substitute.giftSkuId'],
    ],
    [{ ...sound, gift: { ...gift, giftSkuId: 'A cup' } }, ['gift.giftSkuId']],
    [{ ...sound, gift: 'cup' }, ['gift']],
    [{ ...sound, components: [{ skuId: 'milk', quantity: 1 }] }, ['components.0.quantity']],
    [{ ...sound, components: [{ skuId: 'milk', quantity: 2 }] }, []],
    [{ ...sound, components: [...breakfast, { skuId: 'milk', quantity: 1 }] }, ['components.2.skuId']],
    [{ ...sound, components: [] }, ['components']],
    [{ ...sound, components: Array.from({ length: 11 }, (_, i) => ({ skuId: `s${i}`, quantity: 1 })) }, ['components']],
    [{ ...sound, maxSets: 0 }, ['maxSets']],
  ])('%#', (parameters, fields) =>
    expect(problemsOfOffer('bundle', parameters).map(({ field }) => field)).toEqual(fields),
  );
});
