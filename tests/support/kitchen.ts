import { DAY_MS } from '../../cloudfunctions/kernel/period';
import { publishCampaign } from '../../cloudfunctions/rooms/campaign';
import { campaignNames } from '../../cloudfunctions/rooms/catalog';
import type { Offer } from '../../cloudfunctions/rooms/settlement';
import { OSMANTHUS } from '../../tools/seed/base';
import { storeDb } from '../../tools/seed/store-db';
import type { House } from './house';

const KITCHEN = 'kitchen';

/** 2 tomatoes and a box of eggs, ¥38.00 at list, for ¥27.00, with greens worth ¥4.00; 50 points from ¥60 on. */
export const SUPPER = { setFen: 2_700, giftValueFen: 400, thresholdFen: 6_000, points: 50 } as const;

/** A second campaign beside the launch: a bundle with a gift, and an add-on. */
export async function publishKitchen({ cloud }: House): Promise<void> {
  const nowMs = cloud.clock.nowMs();
  const context = { db: storeDb(cloud.store), nowMs };
  const time = { startsAtMs: nowMs - DAY_MS, endsAtMs: nowMs + 30 * DAY_MS };
  const published = await publishCampaign(
    context,
    {
      campaignId: KITCHEN,
      version: 1,
      title: '小厨房',
      line: '',
      estateIds: [OSMANTHUS],
      widensTo: [],
      ...time,
      offers: offers(time),
      banners: [],
      cards: [],
      pointsAtOnce: false,
      notice: null,
      draw: null,
      budget: { capFen: 1_000_000, offerCapsFen: {} },
    },
    campaignNames(context),
  );
  if (!published.ok) throw new Error(JSON.stringify(published));
}

function offers(time: { startsAtMs: number; endsAtMs: number }): Offer[] {
  const common = { campaignId: KITCHEN, ...time } as const;
  return [
    {
      ...common,
      offerId: 'supper',
      title: '番茄炒蛋套餐',
      kind: 'bundle',
      scope: { all: true },
      parameters: {
        components: [
          { skuId: 'egg_15', quantity: 1 },
          { skuId: 'tomato_500', quantity: 2 },
        ],
        price: { form: 'set', setFen: SUPPER.setFen },
        gift: { giftSkuId: 'greens_300', quantity: 1, valueUnitFen: SUPPER.giftValueFen },
      },
    },
    {
      ...common,
      offerId: 'sixty',
      title: '满 60 加送积分',
      kind: 'spend-add-on',
      scope: { all: true },
      parameters: { thresholdFen: SUPPER.thresholdFen, benefit: { form: 'points', points: SUPPER.points } },
    },
  ];
}
