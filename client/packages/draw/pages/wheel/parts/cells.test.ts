import type { DrawPrizeView } from '@rooms/draw/contract';
import { fingerprintText, oddsText, wheelCell } from './cells';

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

test('a fingerprint of 64 digits shows its two ends', () => {
  expect(fingerprintText(`9f3c27b14e08d65a${'0'.repeat(40)}03c1a71e`)).toBe('9f3c27b1 4e08d65a … 03c1a71e');
});
