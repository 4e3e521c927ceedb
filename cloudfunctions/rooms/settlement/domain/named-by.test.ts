import { namedBy } from './named-by';

const cup = { giftSkuId: 'cup', quantity: 1, valueUnitFen: 900 };
const none = { skuIds: [], giftSkuIds: [], templateIds: [], drawIds: [] };

describe('ids that an offer names', () => {
  test('a bundle of milk and bread with a cup or a bowl', () =>
    expect(
      namedBy({
        kind: 'bundle',
        parameters: {
          components: [
            { skuId: 'milk', quantity: 2 },
            { skuId: 'bread', quantity: 1 },
          ],
          price: { form: 'set', setFen: 1980 },
          gift: { ...cup, substitute: { giftSkuId: 'bowl', valueUnitFen: 900 } },
        },
      }),
    ).toEqual({ ...none, skuIds: ['bread', 'milk'], giftSkuIds: ['bowl', 'cup'] }));
  test.each([
    [{ form: 'gift' as const, ...cup }, { giftSkuIds: ['cup'] }],
    [{ form: 'coupon' as const, templateId: 'tp_8', valueFen: 800 }, { templateIds: ['tp_8'] }],
    [{ form: 'chances' as const, drawId: 'd1', chances: 1 }, { drawIds: ['d1'] }],
    [{ form: 'freight-upgrade' as const }, {}],
  ])('an add-on of %j', (benefit, ids) =>
    expect(namedBy({ kind: 'spend-add-on', parameters: { thresholdFen: 1, benefit } })).toEqual({ ...none, ...ids }),
  );
});
