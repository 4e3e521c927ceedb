import { claim, worldWith } from '../../../../tests/support/coupon-world';
import { START_MS } from '../../../../tests/support/world';
import { DAY_MS } from '../../../kernel/period';
import { aTemplate } from '../domain/support/builders';

test('the centre counts what is left over all cells and says what I can do with each', async () => {
  const world = await worldWith(
    aTemplate({ cellCount: 4 }),
    aTemplate({ _id: 'gold_only', tierNeeded: 'gold' }),
    aTemplate({ _id: 'tomorrow', startsAtMs: START_MS + DAY_MS }),
    aTemplate({ _id: 'old_hands', residents: 'returning' }),
    aTemplate({ _id: 'one_left', total: 1 }),
  );
  await claim(world, 'mei');
  await claim(world, 'an', world.key(), 'one_left');
  const centre = await world.call('mei', 'coupon.centre', {});
  expect(centre).toMatchObject({
    ok: true,
    data: {
      usableCoupons: 1,
      templates: [
        { templateId: 'tomorrow', state: 'not-started' },
        { templateId: 'gold_only', state: 'tier-locked' },
        { templateId: 'welcome8', state: 'claimed', left: 49, claimedByMe: 1 },
        { templateId: 'one_left', state: 'gone', left: 0 },
      ],
    },
  });
});
