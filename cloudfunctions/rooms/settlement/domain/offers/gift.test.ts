import { problemsOfOffer } from '../registry';
import { gift } from './gift';

const cup = { giftSkuId: 'cup', quantity: 2, valueUnitFen: 900 };

describe('gift', () => {
  test.each([
    [{ form: 'each' as const, units: 3 }, 3, null],
    [{ form: 'each' as const, units: 3, maxTimes: 2 }, 3, 2],
    [{ form: 'once' as const, units: 5 }, 5, 1],
  ])('per %j: every %p units, at most %p times', (per, units, times) => {
    expect(gift.everyUnits({ per, gift: cup })).toBe(units);
    expect(gift.maxTimes({ per, gift: cup })).toBe(times);
  });
  test('two cups worth 9 each time, a bowl where they are gone', () => {
    const per = { form: 'once' as const, units: 1 };
    expect(gift.gift({ per, gift: cup })).toEqual({ skuId: 'cup', quantity: 2, valueUnitFen: 900, substitute: null });
    const instead = { giftSkuId: 'bowl', valueUnitFen: 700 };
    expect(gift.gift({ per, gift: { ...cup, substitute: instead } }).substitute).toEqual({
      skuId: 'bowl',
      valueUnitFen: 700,
    });
  });
  test.each([
    [{ per: { form: 'each', units: 1 }, gift: cup }, []],
    [{ per: { form: 'each', units: 0 }, gift: cup }, ['per.units']],
    [{ per: { form: 'once', units: 1, maxTimes: 2 }, gift: cup }, ['per.maxTimes']],
    [{ per: { form: 'once', units: 1 }, gift: { ...cup, quantity: 21 } }, ['gift.quantity']],
    [
      { per: { form: 'once', units: 1 }, gift: { ...cup, substitute: { giftSkuId: 'cup', valueUnitFen: 1 } } },
      ['gift.substitute.giftSkuId'],
    ],
  ])('%#', (parameters, fields) =>
    expect(problemsOfOffer('gift', parameters).map(({ field }) => field)).toEqual(fields),
  );
});
