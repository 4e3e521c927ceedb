import fc from 'fast-check';
import type { CouponInHand } from '../input';
import { aCoupon, NOW_MS } from './build';
import { funding, offFen, rate, SKUS, scope, takes, threshold } from './random-parts';

/** A coupon that still wants its id. */
export type NamedCoupon = (couponId: string) => CouponInHand;

const shared = fc.record({
  takes,
  funding,
  minSpendFen: threshold,
  group: fc.constantFrom('a', 'b', 'c'),
  days: fc.integer({ min: 1, max: 3 }),
  template: fc.integer({ min: 1, max: 5 }),
});

/** Fixed, percentage and freight coupons of few templates, in three groups. */
export const coupon: fc.Arbitrary<NamedCoupon> = fc
  .record({
    scope,
    shared,
    off: fc.oneof(
      offFen.map((off) => ({ kind: 'fixed' as const, offFen: off })),
      fc.record({ payRateBps: rate, capFen: offFen }).map((terms) => ({ kind: 'percentage' as const, ...terms })),
      offFen.map((off) => ({ kind: 'freight' as const, offFen: off })),
    ),
  })
  .map(({ off, scope: of, shared: { days, template, group, ...rest } }) => (id: string) => {
    const terms = { ...rest, scope: of };
    const over = { validUntilMs: NOW_MS + days * 86_400_000, templateId: `t${template}` };
    if (off.kind === 'fixed') return aCoupon('fixed', id, { ...terms, group, offFen: off.offFen }, over);
    if (off.kind === 'freight') return aCoupon('freight', id, { ...terms, offFen: off.offFen }, over);
    return aCoupon('percentage', id, { ...terms, group, payRateBps: off.payRateBps, capFen: off.capFen }, over);
  });

/** One unit of a SKU for a price; its cap may bind. */
export const exchangeCoupon: fc.Arbitrary<NamedCoupon> = fc
  .record({
    shared,
    skuId: fc.constantFrom(...SKUS),
    priceFen: fc.integer({ min: 0, max: 500 }),
    capFen: fc.integer({ min: 1, max: 6000 }),
  })
  .map(({ shared: { days, template, ...rest }, skuId, ...terms }) => (id: string) => {
    const over = { validUntilMs: NOW_MS + days * 86_400_000, templateId: `x${template}` };
    return aCoupon('exchange', id, { ...rest, scope: { skuIds: [skuId] }, skuId, ...terms }, over);
  });
