import { adjustmentText, couponText, offerSentence, offerTagText, reasonText } from './offers';

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
    ['a-kind-of-next-year', {}, '优惠'],
  ])('%s', (kind, numbers, text) => expect(offerTagText(kind, numbers)).toBe(text));

  test('a window of 10:00 to 11:00 says its hours, none says 全天', () => {
    const price = { form: 'rate', payRateBps: 8_000 };
    expect(offerSentence('time-window', { windows: [{ fromMinute: 600, untilMinute: 660 }], price })).toBe(
      '10 点到 11 点，8 折',
    );
    expect(offerSentence('time-window', { windows: [], price })).toBe('全天，8 折');
  });

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
