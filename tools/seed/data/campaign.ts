import type { CampaignDraft } from '../../../cloudfunctions/rooms/campaign';
import type { Offer } from '../../../cloudfunctions/rooms/settlement';
import { LAKESIDE, OSMANTHUS } from './estates';
import { MORNING_SKUS } from './goods';

export const LAUNCH = 'launch';
export const LAUNCH_DRAW = 'launch_draw';

/** Ids of its offers: tests and the inspector name them. */
export const OFFERS = {
  morning: 'launch_morning',
  evening: 'launch_evening',
  tiers: 'launch_tiers',
  first: 'launch_first',
  freight: 'launch_freight',
} as const;

export interface RunTime {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** 新小区开张: every kind of offer that the house has so far. */
export function launchCampaign(time: RunTime): CampaignDraft {
  return {
    campaignId: LAUNCH,
    version: 1,
    title: '新小区开张',
    line: '邻礼开到您楼下了，头一单就便宜',
    estateIds: [OSMANTHUS, LAKESIDE],
    widensTo: [],
    ...time,
    offers: offers(time),
    banners: [
      {
        title: '早市 8 折',
        line: '牛奶、鸡蛋、青菜，上午 11 点收摊',
        goods: ['greens', 'egg', 'milk'],
        window: { fromMinute: 10 * 60, untilMinute: 11 * 60 },
      },
      {
        title: '晚市 9 折',
        line: '水果、面包，晚上 8 点收摊',
        goods: ['strawberry', 'toast', 'grape'],
        window: { fromMinute: 17 * 60, untilMinute: 20 * 60 },
      },
      { title: '新小区开张', line: '满 100 减 12，第一单再减 5', goods: ['tomato', 'milk', 'rice'], window: null },
    ],
    cards: [
      {
        title: '收货抽奖',
        line: '收一单，抽一次',
        note: '抽不抽都不多花钱',
        picture: 'gift',
        target: 'draw',
        targetId: LAUNCH_DRAW,
      },
      {
        title: '领券再买',
        line: '满减券、运费券',
        note: '每户一份',
        picture: 'basket',
        target: 'coupons',
        targetId: null,
      },
    ],
    pointsAtOnce: false,
    notice: { text: '15:00 前下单，当天晚饭前送到您家门口', target: null },
    popup: {
      title: '收一单货，抽一次奖',
      line: '每样东西的机会都写在转盘下面，没抽中也有积分',
      picture: 'gift',
      target: 'draw',
      targetId: LAUNCH_DRAW,
    },
    draw: { drawId: LAUNCH_DRAW, chancesPerOrder: 1 },
    // ¥60,000 for the whole launch; the line prices, which cost most, have caps of their own.
    budget: { capFen: 6_000_000, offerCapsFen: { [OFFERS.morning]: 1_500_000, [OFFERS.evening]: 1_000_000 } },
  };
}

function offers(time: RunTime): Offer[] {
  const common = { campaignId: LAUNCH, title: null, ...time } as const;
  return [
    {
      ...common,
      offerId: OFFERS.morning,
      title: '早市 8 折',
      kind: 'time-window',
      scope: { skuIds: [...MORNING_SKUS] },
      parameters: {
        windows: [{ fromMinute: 10 * 60, untilMinute: 11 * 60 }],
        price: { form: 'rate', payRateBps: 8_000 },
      },
    },
    {
      ...common,
      offerId: OFFERS.evening,
      title: '晚市水果 9 折',
      kind: 'time-window',
      scope: { categoryIds: ['fruit'] },
      parameters: {
        windows: [{ fromMinute: 17 * 60, untilMinute: 20 * 60 }],
        price: { form: 'rate', payRateBps: 9_000 },
      },
    },
    {
      ...common,
      offerId: OFFERS.tiers,
      kind: 'spend-tiers',
      scope: { all: true },
      parameters: {
        group: 'tiers',
        reach: {
          form: 'best',
          tiers: [
            { thresholdFen: 5_000, off: { form: 'fixed', offFen: 500 } },
            { thresholdFen: 10_000, off: { form: 'fixed', offFen: 1_200 } },
          ],
        },
      },
    },
    { ...common, offerId: OFFERS.first, kind: 'first-order', scope: { all: true }, parameters: { offFen: 500 } },
    { ...common, offerId: OFFERS.freight, kind: 'free-freight', scope: { all: true }, parameters: { fromFen: 6_900 } },
  ];
}
