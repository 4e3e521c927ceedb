import type { NotApplied, ShownQuote } from '@rooms/settlement';
import { whyNotRows } from './why-not';

const not = (id: string, more: Partial<NotApplied>): NotApplied => ({
  source: 'coupon',
  id,
  kind: 'coupon-fixed',
  title: '满 200 减 30 券',
  reason: 'BELOW_MINIMUM',
  gapFen: 10_220,
  gapUnits: null,
  opensAtMs: null,
  insteadId: null,
  ...more,
});

const used = [
  { kind: 'coupon-fixed', title: null, couponId: 'c8', offerId: null, numbers: { thresholdFen: 6_000, offFen: 800 } },
] as unknown as ShownQuote['adjustments'];

describe('why nothing was taken off', () => {
  test('a threshold says what is missing', () =>
    expect(whyNotRows({ notApplied: [not('a', {})], adjustments: [] }, 0)).toMatchObject([
      { name: '满 200 减 30 券', reason: '还差 ¥102.20' },
    ]));

  test('three coupons alike are one row of three', () =>
    expect(
      whyNotRows({ notApplied: [not('a', {}), not('b', {}), not('c', {})], adjustments: [] }, 0).map(
        ({ name }) => name,
      ),
    ).toEqual(['满 200 减 30 券，3 张']));

  test('what took its place is named as on the slip', () =>
    expect(
      whyNotRows({ notApplied: [not('a', { reason: 'NOT_BETTER', insteadId: 'c8' })], adjustments: used }, 0)[0]
        ?.reason,
    ).toBe('不如满 60 减 8 券省'));

  test('what took its place and is not on the slip is not named', () =>
    expect(
      whyNotRows({ notApplied: [not('a', { reason: 'NOT_BETTER', insteadId: 'gone' })], adjustments: used }, 0)[0]
        ?.reason,
    ).toBe('不如现在这样省'));

  test('what a few more goods would mend stands first, what has nothing to do with the cart last', () =>
    expect(
      whyNotRows(
        {
          notApplied: [
            not('a', { title: '水果券', reason: 'SCOPE_EMPTY' }),
            not('b', { title: '早市 8 折', reason: 'ENDED' }),
            not('c', { title: '满 200 减 30 券' }),
          ],
          adjustments: [],
        },
        0,
      ).map(({ name }) => name),
    ).toEqual(['满 200 减 30 券', '早市 8 折', '水果券']));
});
