import type { OfferParameters } from '../registry';
import { problemsOfOffer } from '../registry';
import { spendAddOn } from './spend-add-on';

type Benefit = OfferParameters<'spend-add-on'>['benefit'];

describe('spend add-on', () => {
  test.each<[Benefit, unknown]>([
    [
      { form: 'gift', giftSkuId: 'cup', quantity: 2, valueUnitFen: 900 },
      { form: 'gift', skuId: 'cup', quantity: 2 },
    ],
    [
      { form: 'coupon', templateId: 'tp_8', valueFen: 800 },
      { form: 'coupon', templateId: 'tp_8', costFen: 800 },
    ],
    [{ form: 'freight-upgrade' }, { form: 'freight-upgrade' }],
    [
      { form: 'warranty', months: 12 },
      { form: 'warranty', months: 12 },
    ],
    [
      { form: 'support', days: 30 },
      { form: 'support', days: 30 },
    ],
    [
      { form: 'chances', drawId: 'draw_1', chances: 2 },
      { form: 'chances', drawId: 'draw_1', chances: 2 },
    ],
    [
      { form: 'points', points: 200 },
      { form: 'points', points: 200 },
    ],
  ])('%j brings %j', (benefit, brings) => {
    const parameters = { thresholdFen: 9900, benefit };
    expect(problemsOfOffer('spend-add-on', parameters)).toEqual([]);
    expect(spendAddOn.benefit(parameters)).toEqual(brings);
    expect(spendAddOn.gift(parameters) !== null).toBe(benefit.form === 'gift');
  });
  test.each([
    [{ form: 'chances', drawId: 'draw_1', chances: 11 }, 'benefit.chances'],
    [{ form: 'chances', drawId: 'Draw 1', chances: 1 }, 'benefit.drawId'],
    [{ form: 'coupon', templateId: '', valueFen: 800 }, 'benefit.templateId'],
    [{ form: 'warranty', months: 0 }, 'benefit.months'],
    [{ form: 'support', days: 366 }, 'benefit.days'],
    [
      {
        form: 'gift',
        giftSkuId: 'cup',
        quantity: 1,
        valueUnitFen: 1,
        substitute: { giftSkuId: 'cup', valueUnitFen: 1 },
      },
      'benefit.substitute.giftSkuId',
    ],
  ])('%j is refused', (benefit, field) =>
    expect(problemsOfOffer('spend-add-on', { thresholdFen: 9900, benefit }).map((one) => one.field)).toEqual([field]),
  );
});
