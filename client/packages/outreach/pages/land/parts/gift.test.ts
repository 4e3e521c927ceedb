import type { LandingView } from '@rooms/outreach/contract';
import { giftOf } from './gift';

type Template = NonNullable<LandingView['template']>;

const fixed = { kind: 'fixed', scope: { all: true }, minSpendFen: 6_000, offFen: 800, group: 'a' } as const;
const rate = { ...fixed, kind: 'percentage', payRateBps: 9_000, capFen: 1_000 } as const;

const landing = (state: Template['state'], terms: Template['terms'] = fixed): LandingView =>
  ({ template: { state, terms }, firstOrderOffFen: 500 }) as LandingView;

test.each([
  ['a newcomer: coupon ¥8 and first order ¥5', landing('to-claim'), true, { fen: 1_300, firstOrderFen: 500 }],
  ['claimed counts still', landing('claimed'), true, { fen: 1_300, firstOrderFen: 500 }],
  ['who has ordered before: the coupon alone', landing('to-claim'), false, { fen: 800, firstOrderFen: 0 }],
  ['a coupon for others is not promised', landing('not-for-you'), false, { fen: 0, firstOrderFen: 0 }],
  ['a rate promises no sum', landing('to-claim', rate), false, { fen: 0, firstOrderFen: 0 }],
] as const)('%s', (_, view, isNew, gift) => {
  expect(giftOf({ ...view, isNew })).toEqual(gift);
});
