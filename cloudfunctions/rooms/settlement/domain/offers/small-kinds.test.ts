import { aCoupon } from '../support/build';
import { couponFixed } from './coupon-fixed';
import { couponFreight } from './coupon-freight';
import { couponPercentage } from './coupon-percentage';
import { firstOrder } from './first-order';
import { freeFreight } from './free-freight';
import { tierPrice } from './tier-price';

const moment = { nowMs: 0, tier: 'silver', firstOrderRight: true } as const;
const price = { form: 'rate', payRateBps: 9000 } as const;

describe('first order', () => {
  test('needs the right', () => {
    expect(firstOrder.unmet({ offFen: 1 }, moment)).toBeNull();
    expect(firstOrder.unmet({ offFen: 1 }, { ...moment, firstOrderRight: false })).toEqual({ reason: 'RIGHT_USED' });
  });
  test('has no threshold', () => expect(firstOrder.ladder({ offFen: 500 }).reached).toHaveLength(1));
});

describe('tier price', () => {
  test.each([
    ['silver', true],
    ['gold', false],
    ['diamond', false],
  ] as const)('from %s on, to silver: %p', (fromTier, holds) =>
    expect(tierPrice.unmet({ fromTier, price }, moment) === null).toBe(holds),
  );
});

describe('free freight from 69', () => {
  test.each([
    [6899, 0],
    [6900, 1],
  ])('on %p: %p rungs', (baseFen, rungs) =>
    expect(freeFreight.ladder({ fromFen: 6900 }, baseFen).reached).toHaveLength(rungs),
  );
});

describe('coupons reach their minimum spend inclusively', () => {
  const minSpendFen = 6000;
  const scope = { all: true } as const;
  test.each([
    [5999, null, 6000],
    [6000, 6000, null],
  ])('on %p', (baseFen, reached, next) => {
    for (const { reached: got, next: ahead } of [
      couponFixed.ladder({ kind: 'fixed', scope, minSpendFen, group: 'a', offFen: 1 }, baseFen),
      couponPercentage.ladder(
        { kind: 'percentage', scope, minSpendFen, group: 'a', payRateBps: 1, capFen: 1 },
        baseFen,
      ),
      couponFreight.ladder({ kind: 'freight', scope, minSpendFen, offFen: 1 }, baseFen),
    ]) {
      expect(got[0]?.thresholdFen ?? null).toBe(reached);
      expect(ahead?.thresholdFen ?? null).toBe(next);
    }
  });
  test('a coupon is built on everything, from 0 on, in group a', () =>
    expect(aCoupon('fixed', 'c#1', { offFen: 1 })).toMatchObject({
      templateId: 'c',
      terms: { group: 'a', minSpendFen: 0 },
    }));
});
