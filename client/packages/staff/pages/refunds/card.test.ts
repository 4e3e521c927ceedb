import type { RefundSums } from '@rooms/order/contract';
import { deadlineText, giftsText, sideText } from './card';

const HOUR_MS = 3_600_000;
const sums: RefundSums = {
  amountFen: 726,
  goodsFen: 726,
  freightFen: 0,
  deductedFen: 0,
  gifts: [],
  pointsBack: 0,
  pointsTaken: 0,
  couponsBack: [],
  couponsKept: [],
  chancesTaken: 0,
  isLast: false,
};

test.each([
  [{ isOverdue: false, decideByMs: 24 * HOUR_MS }, '还有 24 小时'],
  [{ isOverdue: false, decideByMs: HOUR_MS }, '还有 1 小时'],
  [{ isOverdue: false, decideByMs: HOUR_MS - 1 }, '不到 1 小时'],
  [{ isOverdue: false, decideByMs: 72 * HOUR_MS - 1 }, '还有 71 小时'],
  [{ isOverdue: false, decideByMs: 7 * 24 * HOUR_MS - 1 }, '还有 6 天'],
  [{ isOverdue: true, decideByMs: -1 }, '超时了'],
  [{ isOverdue: false, decideByMs: null }, null],
])('%j says %s', (card, text) => expect(deadlineText(card, 0)).toBe(text));

test('nothing but money says nothing beside it', () => expect(sideText({ sums })).toBe(''));

test('freight, a kept gift, points and coupons are named in one line', () => {
  const all = {
    ...sums,
    freightFen: 500,
    deductedFen: 320,
    pointsBack: 45,
    pointsTaken: 7,
    couponsBack: ['满 60 减 8'],
  };
  expect(sideText({ sums: all })).toBe('含运费 ¥5.00，赠品先扣 ¥3.20，退 45 积分，收回 7 积分，满 60 减 8 回券包');
});

test('2 gifts are named with their units', () => {
  const good = { skuId: 'g', productId: 'p', name: '上海青', spec: '1 把', picture: 'greens', tint: 'sage' };
  const gifts = [
    { good, units: 1, deductedFen: 320 },
    { good: { ...good, name: '小葱' }, units: 2, deductedFen: 0 },
  ];
  expect(giftsText({ sums: { ...sums, gifts } })).toBe('上海青 1 把 × 1、小葱 1 把 × 2');
});
