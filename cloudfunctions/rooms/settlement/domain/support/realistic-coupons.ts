import type { CouponTerms } from '../../../../kernel/coupon';
import type { CouponInHand } from '../input';
import { NOW_MS } from './build';
import { realisticScope } from './realistic-offers';
import { hasFloor, SHELF } from './realistic-shelf';
import { between, pick, type Random } from './seeded';

const DAY_MS = 86_400_000;
const GROUPS = ['shop', 'category', 'brand', 'thanks'] as const;

const GIVEN_AWAY = SHELF.filter(({ skuId }) => !hasFloor(skuId));

/** Coupons of a shop's life: many of one template, minimum spends from nothing to a week's groceries. */
export function realisticCoupons(random: Random, count: number): CouponInHand[] {
  return Array.from({ length: count }, (_, i) => {
    const couponId = `cn_${String(i).padStart(3, '0')}`;
    return {
      couponId,
      templateId: `ct_${random(60)}`,
      campaignId: null,
      title: couponId,
      terms: termsOf(random),
      validFromMs: NOW_MS - DAY_MS,
      validUntilMs: NOW_MS + DAY_MS * (random(20) === 0 ? -1 : between(random, 1, 30)),
    };
  });
}

function termsOf(random: Random): CouponTerms {
  const scope = realisticScope(random);
  const minSpendFen = pick(random, [0, 2900, 3900, 5900, 9900, 12_900, 19_900]);
  const group = pick(random, GROUPS);
  const kind = random(10);
  if (kind === 0) return { kind: 'freight', scope: { all: true }, minSpendFen, offFen: pick(random, [300, 500]) };
  if (kind === 1) {
    const { skuId, listUnitFen } = pick(random, GIVEN_AWAY);
    const priceFen = pick(random, [0, 100]);
    return {
      kind: 'exchange',
      scope: { skuIds: [skuId] },
      minSpendFen: 0,
      skuId,
      priceFen,
      capFen: listUnitFen,
      group,
    };
  }
  const funding = random(4) === 0 ? { m_brand: 5000 } : undefined;
  if (kind < 5) {
    const payRateBps = pick(random, [8000, 8500, 8800, 9000, 9500]);
    const capFen = between(random, 500, 3000, 100);
    return { kind: 'percentage', scope, minSpendFen, group, funding, payRateBps, capFen };
  }
  const offFen = Math.max(100, Math.floor((minSpendFen * between(random, 4, 16)) / 10_000) * 100);
  return { kind: 'fixed', scope, minSpendFen, group, funding, offFen };
}
