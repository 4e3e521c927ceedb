import type { CampaignDraft } from '../../../cloudfunctions/rooms/campaign';
import { LAUNCH_DRAW, type RunTime } from './campaign';
import { TEMPLATES } from './coupons';
import { LAKESIDE, OSMANTHUS } from './estates';

/** Ids of the campaigns beside the launch, and of their offers: tests and the bench name them. */
export const CAMPAIGNS = {
  breakfast: 'breakfast',
  stockUp: 'stock_up',
  treats: 'treats',
  express: 'express_half',
  lakeside: 'lakeside',
} as const;

export const MORE_OFFERS = {
  breakfastSet: 'breakfast_set',
  sandwichSet: 'sandwich_set',
  welcomeSet: 'welcome_set',
  dumplingGift: 'dumpling_gift',
  careHalf: 'care_half',
  snackEach: 'snack_each',
  treatCoupon: 'treat_coupon',
  treatChance: 'treat_chance',
  treatPoints: 'treat_points',
  treatExpress: 'treat_express',
  treatWarranty: 'treat_warranty',
  treatSupport: 'treat_support',
  treatGift: 'treat_gift',
  rushHalf: 'rush_half',
  lakesideGold: 'lakeside_gold',
} as const;

/** Merchants that bear a part of a joint promotion. */
export const MERCHANTS = { bakery: 'bakery', teaHouse: 'tea_house' } as const;

type Offers = CampaignDraft['offers'];
const SEA_AND_MEAT = { skuIds: ['steak_200', 'shrimp_400', 'fish_1', 'crab_4'] } as const;

/** Four more campaigns for both estates and one for the lakeside: with the launch, every kind of offer there is. */
export function moreCampaigns(time: RunTime): CampaignDraft[] {
  const draft = (campaignId: string, title: string, line: string, capFen: number, offers: Offers): CampaignDraft => ({
    ...{ campaignId, version: 1, title, line, estateIds: [OSMANTHUS, LAKESIDE], widensTo: [], ...time, offers },
    ...{ banners: [], cards: [], notice: null, draw: null, pointsAtOnce: false },
    budget: { capFen, offerCapsFen: {} },
  });
  return [
    draft(CAMPAIGNS.breakfast, '早饭套餐', '一桌配齐，比单买便宜', 800_000, sets(time)),
    draft(CAMPAIGNS.stockUp, '囤货周', '买二送一，第二件半价', 800_000, stockUp(time)),
    draft(CAMPAIGNS.treats, '满额加餐', '买够了，多送一样', 600_000, treats(time)),
    draft(CAMPAIGNS.express, '加急半价', '赶时间的一单，加急费减半', 300_000, [
      {
        ...{ campaignId: CAMPAIGNS.express, ...time, scope: { all: true } },
        ...{ offerId: MORE_OFFERS.rushHalf, title: '加急费半价', kind: 'rush-rate' },
        parameters: { payRateBps: 5_000 },
      },
    ]),
    {
      ...draft(CAMPAIGNS.lakeside, '湖畔新村开张', '金卡水果 95 折，积分收货就能用', 300_000, [
        {
          ...{ campaignId: CAMPAIGNS.lakeside, ...time, scope: { categoryIds: ['fruit'] } },
          ...{ offerId: MORE_OFFERS.lakesideGold, title: '金卡水果 95 折', kind: 'tier-price' },
          parameters: { fromTier: 'gold', price: { form: 'rate', payRateBps: 9_500 } },
        },
      ]),
      estateIds: [LAKESIDE],
      pointsAtOnce: true,
    },
  ];
}

const one = (skuId: string) => ({ skuId, quantity: 1 });

/** Toast and cheese are in two sets; the bakery downstairs bears a part of the sandwiches. */
function sets(time: RunTime): Offers {
  const common = { campaignId: CAMPAIGNS.breakfast, ...time, scope: { all: true }, kind: 'bundle' } as const;
  return [
    {
      ...{ ...common, offerId: MORE_OFFERS.breakfastSet, title: '早饭一桌' },
      parameters: {
        components: [one('toast_400'), one('juice_1'), one('cheese_12')],
        price: { form: 'set', setFen: 3_590 },
      },
    },
    {
      ...{ ...common, offerId: MORE_OFFERS.sandwichSet, title: '三明治套餐' },
      funding: { [MERCHANTS.bakery]: 4_000 },
      parameters: {
        components: [{ skuId: 'toast_400', quantity: 2 }, one('butter_200'), one('cheese_12')],
        price: { form: 'rate', payRateBps: 8_500 },
        maxSets: 3,
      },
    },
    {
      ...{ ...common, offerId: MORE_OFFERS.welcomeSet, title: '新邻居开火套餐' },
      audience: { residents: 'new' },
      parameters: {
        components: [one('pot_22'), one('noodle_1'), one('salt_400')],
        price: { form: 'set', setFen: 7_990 },
        maxSets: 1,
        gift: {
          ...{ giftSkuId: 'soap_3', quantity: 1, valueUnitFen: 1_290 },
          substitute: { giftSkuId: 'toothbrush_2', valueUnitFen: 990 },
        },
      },
    },
  ];
}

function stockUp(time: RunTime): Offers {
  const common = { campaignId: CAMPAIGNS.stockUp, ...time } as const;
  return [
    {
      ...{ ...common, offerId: MORE_OFFERS.dumplingGift, title: '水饺买 2 送 1', kind: 'gift' },
      scope: { skuIds: ['dumpling_500'] },
      parameters: {
        per: { form: 'each', units: 2, maxTimes: 3 },
        gift: {
          ...{ giftSkuId: 'garlic_3', quantity: 1, valueUnitFen: 390 },
          substitute: { giftSkuId: 'salt_400', valueUnitFen: 300 },
        },
      },
    },
    {
      ...{ ...common, offerId: MORE_OFFERS.careHalf, title: '洗护第二件半价', kind: 'nth-item' },
      scope: { skuIds: ['lotion_500', 'soap_3', 'toothbrush_2'] },
      parameters: { every: 2, reduced: 1, payRateBps: 5_000 },
    },
    {
      ...{ ...common, offerId: MORE_OFFERS.snackEach, title: '零食每满 30 减 3', kind: 'spend-tiers' },
      scope: { categoryIds: ['snack'] },
      funding: { [MERCHANTS.teaHouse]: 3_000 },
      parameters: { group: 'snack', reach: { form: 'each', eachFullFen: 3_000, offFen: 300, capFen: 1_500 } },
    },
  ];
}

/** One of each benefit that a spend can bring. */
function treats(time: RunTime): Offers {
  type AddOn = Extract<Offers[number], { kind: 'spend-add-on' }>;
  const treat = (
    offerId: string,
    title: string,
    scope: AddOn['scope'],
    thresholdFen: number,
    benefit: AddOn['parameters']['benefit'],
  ): AddOn => ({
    ...{ campaignId: CAMPAIGNS.treats, ...time, kind: 'spend-add-on', offerId, title, scope },
    parameters: { thresholdFen, benefit },
  });
  const { next5: templateId } = TEMPLATES;
  const brush = { giftSkuId: 'toothbrush_2', quantity: 1, valueUnitFen: 990 };
  return [
    treat(MORE_OFFERS.treatCoupon, '水果满 59 送下单券', { categoryIds: ['fruit'] }, 5_900, {
      ...{ form: 'coupon', templateId, valueFen: 500 },
    }),
    treat(MORE_OFFERS.treatChance, '牛排鱼虾满 99 多抽一次', SEA_AND_MEAT, 9_900, {
      ...{ form: 'chances', drawId: LAUNCH_DRAW, chances: 1 },
    }),
    treat(MORE_OFFERS.treatPoints, '零食满 49 送 50 积分', { categoryIds: ['snack'] }, 4_900, {
      ...{ form: 'points', points: 50 },
    }),
    treat(MORE_OFFERS.treatExpress, '牛排鱼虾满 88 免费加急', SEA_AND_MEAT, 8_800, { form: 'freight-upgrade' }),
    treat(MORE_OFFERS.treatWarranty, '汤锅多保两年', { skuIds: ['pot_22'] }, 7_500, { form: 'warranty', months: 24 }),
    treat(MORE_OFFERS.treatSupport, '锅具用法，一个月随时问', { categoryIds: ['home'] }, 7_500, {
      ...{ form: 'support', days: 30 },
    }),
    treat(MORE_OFFERS.treatGift, '洗护满 59 送牙刷', { categoryIds: ['care'] }, 5_900, {
      ...{ form: 'gift', ...brush, substitute: { giftSkuId: 'soap_3', valueUnitFen: 1_290 } },
    }),
  ];
}
