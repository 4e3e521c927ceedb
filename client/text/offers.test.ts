import type { NextStep, NotApplied, ShownAdjustment } from '@rooms/settlement';
import {
  adjustmentText,
  couponText,
  nextStepText,
  notAppliedText,
  offerSentence,
  offerTagText,
  reasonText,
} from './offers';

const scope = { all: true } as const;
const tiers = {
  reach: {
    form: 'best',
    tiers: [
      { thresholdFen: 5_000, off: { form: 'fixed', offFen: 500 } },
      { thresholdFen: 10_000, off: { form: 'fixed', offFen: 1_200 } },
    ],
  },
};

describe('an offer in words, by kind and numbers', () => {
  test.each([
    ['time-window', { price: { form: 'rate', payRateBps: 8_000 } }, '限时 8 折'],
    ['time-window', { price: { form: 'price', unitFen: 990 } }, '限时 ¥9.9'],
    ['time-window', { price: { form: 'cut', offFen: 250 } }, '限时 减 ¥2.5'],
    ['tier-price', { fromTier: 'gold', price: { form: 'rate', payRateBps: 9_500 } }, '金卡 9.5 折'],
    ['spend-tiers', tiers, '满 100 减 12'],
    ['spend-tiers', { reach: { form: 'each', eachFullFen: 10_000, offFen: 1_000, capFen: 3_000 } }, '每满 100 减 10'],
    ['first-order', { offFen: 500 }, '首单减 5'],
    ['free-freight', { fromFen: 6_900 }, '满 69 免运费'],
    ['free-freight', { fromFen: 0 }, '免运费'],
    ['nth-item', { every: 2, reduced: 1, payRateBps: 5_000 }, '第 2 件半价'],
    ['nth-item', { every: 3, reduced: 1, payRateBps: 0 }, '第 3 件免费'],
    ['nth-item', { every: 3, reduced: 2, payRateBps: 8_500 }, '3 件里 2 件 8.5 折'],
    ['bundle', { components: [], price: { form: 'set', setFen: 1_980 } }, '套餐 ¥19.8'],
    ['bundle', { components: [], price: { form: 'rate', payRateBps: 8_500 } }, '套餐 8.5 折'],
    ['bundle', { components: [], price: { form: 'cut', offFen: 100 } }, '套餐 每件减 ¥1'],
    ['gift', { per: { form: 'each', units: 3 }, gift: { quantity: 1 } }, '每买 3 件送礼'],
    ['gift', { per: { form: 'once', units: 2 }, gift: { quantity: 1 } }, '买满 2 件送礼'],
    ['spend-add-on', { thresholdFen: 9_900, benefit: { form: 'warranty', months: 12 } }, '满 99 延保 12 个月'],
    ['spend-add-on', { thresholdFen: 9_900, benefit: { form: 'freight-upgrade' } }, '满 99 加急免费'],
    ['spend-add-on', { thresholdFen: 9_900, benefit: { form: 'chances', chances: 2 } }, '满 99 送 2 次抽奖'],
    ['rush-rate', { payRateBps: 5_000 }, '加急费半价'],
    ['rush-rate', { payRateBps: 3_000 }, '加急费 3 折'],
    ['rush-rate', { payRateBps: 0 }, '免加急费'],
    ['a-kind-of-next-year', {}, '优惠'],
  ])('%s', (kind, numbers, text) => expect(offerTagText(kind, numbers)).toBe(text));

  test('a window of 10:00 to 11:00 says its hours, none says 全天', () => {
    const price = { form: 'rate', payRateBps: 8_000 };
    expect(offerSentence('time-window', { windows: [{ fromMinute: 600, untilMinute: 660 }], price })).toBe(
      '10 点到 11 点，8 折',
    );
    expect(offerSentence('time-window', { windows: [], price })).toBe('全天，8 折');
  });

  test.each([
    ['nth-item', { every: 2, reduced: 1, payRateBps: 5_000 }, '每买 2 件，便宜的 1 件半价'],
    [
      'bundle',
      {
        components: [
          { skuId: 'milk', quantity: 2 },
          { skuId: 'bread', quantity: 1 },
        ],
        price: { form: 'set', setFen: 1_980 },
        gift: { giftSkuId: 'cup' },
        maxSets: 2,
      },
      '3 件一套，¥19.8，每套送赠品，每单最多 2 套',
    ],
    [
      'gift',
      { per: { form: 'each', units: 3, maxTimes: 2 }, gift: { quantity: 1 } },
      '每买 3 件，送赠品 1 件，每单最多 2 次',
    ],
    ['time-window', { windows: [], price: { form: 'price', unitFen: 990 }, maxUnits: 2 }, '全天，¥9.9，每单最多 2 件'],
  ])('%s in a sentence', (kind, numbers, text) => expect(offerSentence(kind, numbers)).toBe(text));

  test('spend tiers name every step', () => {
    expect(offerSentence('spend-tiers', tiers)).toBe('满 50 减 5，满 100 减 12');
  });

  test.each([
    [{ kind: 'fixed', offFen: 800, minSpendFen: 6_000, group: 'g', scope } as const, '满 60 减 8'],
    [
      { kind: 'percentage', payRateBps: 9_000, capFen: 1_000, minSpendFen: 0, group: 'g', scope } as const,
      '9 折，最多减 ¥10',
    ],
    [{ kind: 'freight', offFen: 500, minSpendFen: 0, scope } as const, '抵运费 ¥5'],
  ])('coupon %#', (terms, text) => expect(couponText(terms)).toBe(text));

  test('a coupon on the slip is named by its numbers; without them by its title', () => {
    const base = { kind: 'coupon-fixed', title: '邻居礼' } as const;
    const named = (numbers: Record<string, number>) =>
      adjustmentText({ ...base, numbers } as unknown as Parameters<typeof adjustmentText>[0]);
    expect(named({ thresholdFen: 6_000, offFen: 800 })).toBe('满 60 减 8 券');
    expect(named({})).toBe('邻居礼券');
  });
});

describe('an adjustment, what did not apply, and the next step', () => {
  const named = (kind: string, numbers: object = {}, title: string | null = null) =>
    adjustmentText({ kind, title, numbers } as unknown as ShownAdjustment);
  test.each([
    [named('nth-item', { every: 2, reduced: 1, payRateBps: 5_000, units: 1 }), '第 2 件半价'],
    [named('nth-item', { units: 1 }), '多件优惠'],
    [named('bundle', { units: 3 }), '套餐优惠'],
    [named('bundle', {}, '早餐套餐'), '早餐套餐'],
    [named('spend-add-on', { thresholdFen: 3_000 }), '加急免费'],
    [named('rush-rate', { payRateBps: 3_000 }), '加急费 3 折'],
    [named('coupon-exchange', {}, '提拉米苏'), '提拉米苏兑换券'],
    [named('coupon-exchange', {}, '蛋糕兑换券'), '蛋糕兑换券'],
    [notAppliedText({ kind: 'gift', title: null } as NotApplied), '买赠'],
    [notAppliedText({ kind: 'coupon-exchange', title: null } as NotApplied), '兑换券'],
  ])('%s', (text, wanted) => expect(text).toBe(wanted));

  const step = (over: Partial<NextStep>): string =>
    nextStepText({
      kind: 'spend-tiers',
      gapFen: 320,
      gapUnits: null,
      rewardFen: 0,
      benefit: null,
      ...over,
    } as NextStep);
  test.each([
    [{ rewardFen: 500 }, '再买 ¥3.20 就再省 ¥5'],
    [{ kind: 'nth-item', gapUnits: 1, rewardFen: 500 }, '再买 1 件 就再省 ¥5'],
    [{ kind: 'bundle', gapUnits: 1, rewardFen: 220 }, '再买 1 件凑成一套，省 ¥2.2'],
    [{ kind: 'gift', gapUnits: 2, benefit: { form: 'gift', skuId: 'cup', quantity: 1 } }, '再买 2 件，就送一份礼'],
    [{ kind: 'spend-add-on', benefit: { form: 'freight-upgrade' } }, '再买 ¥3.20，就加急免费'],
    [{ kind: 'free-freight', rewardFen: 500 }, '再买 ¥3.20，就免运费'],
  ] as const)('%j', (over, text) => expect(step(over)).toBe(text));
});

test('every reason says what is missing or why, none is empty', () => {
  const reasons = [
    'BELOW_MINIMUM',
    'MISSED_BY_LINE_PRICE',
    'NOT_YET',
    'ENDED',
    'PAUSED',
    'SCOPE_EMPTY',
    'NOT_BETTER',
    'TAKES_NOTHING',
    'NOT_FOR_YOU',
    'RIGHT_USED',
    'BUDGET_SPENT',
    'NOT_CHOSEN',
    'NOT_ENOUGH_UNITS',
    'GIFT_OUT_OF_STOCK',
  ] as const;
  const texts = reasons.map((reason) =>
    reasonText(
      {
        source: 'coupon',
        id: 'c',
        kind: 'coupon-fixed',
        title: null,
        reason,
        gapFen: 10_220,
        gapUnits: null,
        opensAtMs: null,
        insteadId: null,
      },
      0,
    ),
  );
  expect(texts[0]).toBe('还差 ¥102.20');
  expect(new Set(texts).size).toBe(reasons.length);
});
