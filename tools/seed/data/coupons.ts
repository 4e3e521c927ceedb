import type { CouponTemplate } from '../../../cloudfunctions/rooms/coupon';
import { LAUNCH, type RunTime } from './campaign';

export const TEMPLATES = {
  /** The flyer's own. */
  hello60: 'hello60',
  save60: 'save60',
  fresh: 'fresh88',
  freight: 'freight5',
  gold: 'gold15',
  /** Small, so that the demo's history uses it up. */
  snapped: 'early3',
  code: 'code80',
  prize60: 'prize60',
  prizeFreight: 'prizefreight5',
  /** Of an add-on: for the next order. */
  next5: 'next5',
  /** For who comes to the market. */
  market5: 'market5',
  /** Of a neighbour's card: for both homes. */
  neighbour40: 'neighbour40',
  /** Exchange coupon. */
  swapPear: 'swap_pear',
} as const;

/** 口令: said on the estate's loudspeaker. */
export const REDEEM_CODE = '桂花开了';

type Own = Pick<CouponTemplate, '_id' | 'title' | 'terms' | 'total' | 'channels'> & Partial<CouponTemplate>;

type Make = (own: Own) => CouponTemplate;

const ALL = { scope: { all: true }, group: 'a' } as const;
const FREIGHT = { kind: 'freight', scope: { all: true }, minSpendFen: 0, offFen: 500 } as const;
const SIXTY = { kind: 'fixed', minSpendFen: 6_000, offFen: 800, ...ALL } as const;

export function couponTemplates(time: RunTime): CouponTemplate[] {
  const make: Make = (own) => ({
    campaignId: LAUNCH,
    validity: { days: 7 },
    perResident: 1,
    ...time,
    cellCount: own.total > 200 ? 4 : 1,
    tierNeeded: null,
    residents: 'all',
    onShow: own.channels.includes('centre'),
    budgetKeys: [LAUNCH],
    ...own,
  });
  return [...claimed(make, time), ...given(make)];
}

/** By flyer, in the centre, by code. */
function claimed(make: Make, time: RunTime): CouponTemplate[] {
  return [
    make({ _id: TEMPLATES.hello60, title: '买什么都能减', terms: SIXTY, total: 500, channels: ['flyer', 'link'] }),
    make({ _id: TEMPLATES.save60, title: '买什么都能减', terms: SIXTY, total: 400, channels: ['centre'] }),
    make({
      _id: TEMPLATES.fresh,
      title: '菜肉水果券',
      terms: {
        kind: 'percentage',
        scope: { categoryIds: ['veg', 'fruit', 'meat'] },
        minSpendFen: 3_000,
        payRateBps: 8_800,
        capFen: 1_000,
        group: 'a',
      },
      validity: { untilMs: time.endsAtMs },
      total: 200,
      channels: ['centre'],
    }),
    make({ _id: TEMPLATES.freight, title: '免一次运费', terms: FREIGHT, total: 300, channels: ['centre'] }),
    make({
      _id: TEMPLATES.gold,
      title: '金卡每月券',
      terms: { kind: 'fixed', minSpendFen: 12_000, offFen: 1_500, ...ALL },
      total: 100,
      channels: ['centre'],
      tierNeeded: 'gold',
    }),
    make({
      _id: TEMPLATES.snapped,
      title: '早起的邻居券',
      terms: { kind: 'fixed', minSpendFen: 2_000, offFen: 300, ...ALL },
      total: 6,
      channels: ['centre'],
    }),
    make({
      _id: TEMPLATES.code,
      title: '桂花开了券',
      terms: { kind: 'fixed', minSpendFen: 8_000, offFen: 1_000, ...ALL },
      total: 200,
      channels: ['code'],
    }),
    make({
      _id: TEMPLATES.swapPear,
      title: '1 元换香梨',
      terms: {
        kind: 'exchange',
        scope: { skuIds: ['pear_1'] },
        minSpendFen: 0,
        skuId: 'pear_1',
        priceFen: 100,
        capFen: 1_280,
        group: 'swap',
      },
      total: 100,
      channels: ['centre'],
    }),
  ];
}

/** By a receipt, by a card or by the wheel. */
function given(make: Make): CouponTemplate[] {
  return [
    // Never claimed: fruit for ¥59 brings it, and its cost is booked with that order.
    make({
      _id: TEMPLATES.next5,
      title: '下一单减 5 元',
      terms: { kind: 'fixed', minSpendFen: 3_900, offFen: 500, ...ALL },
      validity: { days: 14 },
      total: 1,
      channels: ['add-on'],
      campaignId: null,
      budgetKeys: [],
    }),
    // Never claimed: publishing the market takes one for each of its seats out of the launch's budget.
    make({
      _id: TEMPLATES.market5,
      title: '谢谢您来集市',
      terms: { kind: 'fixed', minSpendFen: 3_000, offFen: 500, ...ALL },
      validity: { days: 14 },
      total: 1,
      channels: ['event'],
    }),
    // Never claimed: each binding takes both homes' out of the launch's budget.
    make({
      _id: TEMPLATES.neighbour40,
      title: '满 40 减 10 券',
      terms: { kind: 'fixed', minSpendFen: 4_000, offFen: 1_000, ...ALL },
      validity: { days: 30 },
      total: 1,
      channels: ['card'],
      campaignId: null,
      budgetKeys: [],
    }),
    make({ _id: TEMPLATES.prize60, title: '满 60 减 8 券', terms: SIXTY, total: 600, channels: ['draw'] }),
    make({ _id: TEMPLATES.prizeFreight, title: '免运费券', terms: FREIGHT, total: 800, channels: ['draw'] }),
  ];
}
