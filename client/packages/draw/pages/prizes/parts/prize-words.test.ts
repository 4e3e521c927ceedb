import type { PrizeView } from '@rooms/draw/contract';
import { deedsOf, standText } from './prize-words';

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const NOW_MS = at('11-22T10:24');
const pickUp = { way: 'pick-up', code: '7K5192640XYZ3MPQ' } as const;

const prize = (part: Partial<PrizeView>): PrizeView => ({
  prizeId: 'order:o1:1',
  drawId: 'launch_draw',
  drawPrizeId: 'milk',
  drawTitle: '收货抽奖',
  title: '鲜牛奶 1 盒',
  unit: '盒',
  kind: 'product',
  wonAtMs: at('11-20T10:00'),
  claimUntilMs: at('11-30T00:00'),
  state: 'to-claim',
  givenId: null,
  picture: 'milk',
  valueFen: 1_250,
  ways: ['next-order', 'pick-up'],
  ...part,
});

test.each([
  ['to claim', prize({}), '11 月 29 日前说一声怎么领就行', ['claim']],
  ['a service has one way', prize({ kind: 'service', ways: ['pick-up'] }), '11 月 29 日前说一声怎么领就行', ['claim']],
  [
    'claimed for the next order',
    prize({ state: 'claimed', claim: { way: 'next-order' } }),
    '随下一单送到家，11 月 29 日前下单',
    ['change'],
  ],
  ['claimed for the shop', prize({ state: 'claimed', claim: pickUp }), '11 月 29 日前到店报码领', ['change', 'code']],
  [
    'claimed for the shop, the only way',
    prize({ state: 'claimed', claim: pickUp, ways: ['pick-up'] }),
    '11 月 29 日前到店报码领',
    ['code'],
  ],
  ['with an order', prize({ state: 'in-order', orderId: 'o2', ways: [] }), '跟着一单在送，到了就是您的', ['order']],
  ['handed over', prize({ state: 'handed-over', endedAtMs: at('11-21T18:40'), ways: [] }), '昨天 18:40 领到', []],
  ['expired', prize({ state: 'expired', ways: [] }), '11 月 29 日没领，过期了', []],
  ['revoked', prize({ state: 'revoked', ways: [] }), '那一单退了货，奖品也收回了', []],
  ['a coupon', prize({ state: 'given', kind: 'coupon', ways: [] }), '在券包里，下单自动帮您用', ['coupons']],
  ['points', prize({ state: 'given', kind: 'points', ways: [] }), '积分已经到账', []],
])('%s', (_, given, text, deeds) => {
  expect(standText(given, NOW_MS)).toBe(text);
  expect(deedsOf(given)).toEqual(deeds);
});
