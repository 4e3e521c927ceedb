import type { ShownQuote } from '@rooms/settlement';
import { benefitText, giftPlaces } from './gifts';

type Gift = ShownQuote['gifts'][number];

const greens = { skuId: 'greens', productId: 'p', name: '上海青', spec: '约 300g', picture: 'greens', tint: 'sage' };

const gift = (more: Partial<Gift>): Gift => ({
  lineId: 'gift:a',
  skuId: 'greens',
  quantity: 1,
  valueUnitFen: 400,
  offerId: 'a',
  campaignId: null,
  title: null,
  substituteFor: null,
  trigger: { form: 'spend', thresholdFen: 10_000 },
  ...more,
});

const units = (...lineIds: string[]): Gift['trigger'] => ({
  form: 'units',
  needs: [{ lineIds, units: 2 }],
  giftsEach: 1,
  maxTimes: null,
});

const lines = ['egg', 'milk', 'milk~2'].map((lineId) => ({
  lineId,
  skuId: lineId.split('~')[0],
})) as unknown as ShownQuote['lines'];

describe('where gifts stand', () => {
  test('one that units bring stands under their line, also when they are of its second price', () => {
    const { under, rest } = giftPlaces(
      { gifts: [gift({ trigger: units('milk~2') })], lines },
      [greens],
      ['milk', 'egg'],
    );
    expect(under.get('milk')).toEqual([
      { key: 'gift:a', picture: 'greens', tint: 'sage', name: '上海青 约 300g', quantity: 1, notes: ['值 ¥4.00'] },
    ]);
    expect(rest).toEqual([]);
  });

  test('one that several goods bring stands under the last of them as shown', () => {
    const gifts = [gift({ trigger: units('milk', 'egg') })];
    expect([...giftPlaces({ gifts, lines }, [greens], ['milk', 'egg']).under.keys()]).toEqual(['egg']);
    expect([...giftPlaces({ gifts, lines }, [greens], ['egg', 'milk']).under.keys()]).toEqual(['milk']);
  });

  test('one whose lines are not shown yet, and one that a sum of ¥100 brings, stand after all', () => {
    const gifts = [gift({ lineId: 'gift:b', trigger: units('egg') }), gift({ quantity: 2 })];
    const { under, rest } = giftPlaces({ gifts, lines }, [greens], ['milk']);
    expect(under.size).toBe(0);
    expect(rest.map(({ key, notes }) => [key, notes])).toEqual([
      ['gift:b', ['值 ¥4.00']],
      ['gift:a', ['满 ¥100 送的', '值 ¥8.00']],
    ]);
  });

  test('a substitute says that it is one; a good that is not known hides no gift', () => {
    const { rest } = giftPlaces({ gifts: [gift({ skuId: 'x', substituteFor: 'greens' })], lines: [] }, [], []);
    expect(rest[0]).toMatchObject({ name: '一份礼', picture: 'gift' });
    expect(rest[0]?.notes).toContain('原来那样送完了，换成这个');
  });
});

describe('what a threshold brings', () => {
  test.each([
    [{ form: 'warranty', months: 12 } as const, '延保 12 个月'],
    [{ form: 'support', days: 30 } as const, '专人客服 30 天'],
    [{ form: 'chances', drawId: 'd', chances: 2 } as const, '2 次抽奖'],
    [{ form: 'points', points: 1_200 } as const, '1,200 积分'],
    [{ form: 'freight-upgrade' } as const, '加急免费'],
    [{ form: 'gift', skuId: 'greens', quantity: 1 } as const, '上海青 约 300g'],
    [{ form: 'gift', skuId: 'unknown', quantity: 1 } as const, '一份礼'],
  ])('%j is %s', (benefit, text) => expect(benefitText(benefit, [greens])).toBe(text));
});
