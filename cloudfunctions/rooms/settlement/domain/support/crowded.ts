import type { CouponTerms, Scope } from '../../../../kernel/coupon';
import type { CartLine, CouponInHand, QuoteInput } from '../input';
import { NOW_MS } from './build';
import { type RealisticSize, realisticInput } from './realistic';
import { between, pick, type Random, seeded } from './seeded';

const DAY_MS = 86_400_000;
const GROUPS = ['a', 'b', 'c', 'd'];

/**
 * Realistic carts made mean: floors on a third of the lines, often just below the price, and coupons that differ by a fen
 * or a line, overlap anyhow, and ask for sums that the cart just reaches or just misses.
 */
export function crowdedInput(campaign: number, shopper: number, size: RealisticSize): QuoteInput {
  const input = realisticInput(campaign, shopper, size);
  const random = seeded(shopper + 17);
  const lines = input.lines.map((line) => ({ ...line, floorUnitFen: floorOf(random, line) }));
  const coupons = Array.from({ length: size.coupons }, (_, i) => couponOf(random, i, lines));
  return { ...input, lines, coupons, resident: { ...input.resident, firstOrderRight: true } };
}

function floorOf(random: Random, { listUnitFen }: CartLine): number {
  return pick(random, [0, 0, 0, 0, Math.floor(listUnitFen / 2), listUnitFen - 3]);
}

function couponOf(random: Random, i: number, lines: readonly CartLine[]): CouponInHand {
  const couponId = `cn_${String(i).padStart(3, '0')}`;
  return {
    couponId,
    templateId: `ct_${random(40)}`,
    campaignId: null,
    title: couponId,
    terms: termsOf(random, lines),
    validFromMs: NOW_MS - DAY_MS,
    validUntilMs: NOW_MS + DAY_MS * between(random, 1, 3),
  };
}

function termsOf(random: Random, lines: readonly CartLine[]): CouponTerms {
  const own = scopeOf(random, lines);
  const scope: Scope = random(4) === 0 ? { all: true } : { skuIds: own.map(({ skuId }) => skuId) };
  const sumFen = own.reduce((sum, { listUnitFen, quantity }) => sum + listUnitFen * quantity, 0);
  const minSpendFen = pick(random, [0, Math.floor(sumFen / 2), Math.floor(sumFen * 0.9), sumFen, sumFen + 1]);
  const shared = { scope, minSpendFen, group: pick(random, GROUPS) };
  if (random(2) === 0)
    return { kind: 'fixed', ...shared, offFen: between(random, 998, 1002) * pick(random, [1, 1, 3]) };
  const capFen = pick(random, [500, 999, 3000, 1_000_000]);
  return { kind: 'percentage', ...shared, payRateBps: pick(random, [7999, 8000, 8500, 9000]), capFen };
}

/** Neighbours of the cart, from a line to all of it. */
function scopeOf(random: Random, lines: readonly CartLine[]): readonly CartLine[] {
  const from = random(lines.length);
  return lines.slice(from, from + 1 + random(lines.length));
}
