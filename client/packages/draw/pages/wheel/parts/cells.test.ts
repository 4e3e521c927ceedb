import type { DrawPrizeView } from '@rooms/draw/contract';
import { limitsText, oddsText, paceText, rarestFirst, wheelCell } from './cells';

const prize = (part: Partial<DrawPrizeView>): DrawPrizeView => ({
  drawPrizeId: 'p',
  title: '鲜牛奶 1 盒',
  kind: 'product',
  picture: 'milk',
  valueFen: 1_250,
  oddsPpm: 30_000,
  count: 200,
  left: 200,
  perDay: null,
  perResident: null,
  consolation: false,
  unit: '盒',
  tier: null,
  burst: 1,
  claimDays: 7,
  ...part,
});

test.each([
  ['goods show their picture', prize({}), { id: 'p', label: '鲜牛奶 1 盒', picture: 'milk' }],
  [
    'a long name gives up its measure',
    prize({ title: '五常大米 5kg 特惠' }),
    { id: 'p', label: '五常大米', picture: 'milk' },
  ],
  [
    'a long name without a measure is cut',
    prize({ title: '上门磨刀一次含厨房剪刀两把', kind: 'service', picture: 'gift' }),
    { id: 'p', label: '上门磨刀一次…', picture: 'gift' },
  ],
  ['88 points', prize({ kind: 'points', title: '88 积分', valueFen: 88 }), { id: 'p', label: '积分', number: '88' }],
  [
    '满 60 减 8 券',
    prize({ kind: 'coupon', title: '满 60 减 8 券', valueFen: 800 }),
    { id: 'p', label: '满 60 减', number: '¥8' },
  ],
  ['免运费券', prize({ kind: 'coupon', title: '免运费券', valueFen: 500 }), { id: 'p', label: '免运费', number: '¥5' }],
])('%s', (_, given, cell) => {
  expect(wheelCell(given)).toEqual(cell);
});

test.each([
  [2_000, '0.2%'],
  [178_000, '17.8%'],
  [1_000_000, '100%'],
])('odds of %i in a million read %s', (ppm, text) => {
  expect(oddsText(ppm)).toBe(text);
});

test('the rarest stands first', () => {
  const prizes = [prize({ oddsPpm: 400_000 }), prize({ oddsPpm: 2_000 }), prize({ oddsPpm: 30_000 })];
  expect(rarestFirst(prizes).map(({ oddsPpm }) => oddsPpm)).toEqual([2_000, 30_000, 400_000]);
});

test.each([
  ['all limits', prize({ left: 18, unit: '袋', perDay: 2, perResident: 1 }), '还剩 18 袋，每天 2 袋，每户最多中 1 次'],
  ['stock alone', prize({ left: 0 }), '还剩 0 盒'],
  ['no limit at all', prize({ left: null, count: null }), ''],
])('%s', (_, given, text) => {
  expect(limitsText(given)).toBe(text);
});

test('what is let go first: the same of each, or by name; without a counted prize there is nothing to say', () => {
  const endless = prize({ burst: null, count: null });
  expect(paceText([prize({}), endless, prize({ title: '五常大米 5kg', burst: 2, unit: '袋' })])).toContain(
    '一开始鲜牛奶 1 盒先放 1 盒、五常大米 5kg 先放 2 袋。',
  );
  expect(paceText([prize({}), endless, prize({ unit: '袋' })])).toContain('一开始每样先放 1 份。');
  expect(paceText([endless])).toBe('');
});
