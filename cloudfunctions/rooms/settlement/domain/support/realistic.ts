import type { CartLine, QuoteInput } from '../input';
import { NOW_MS } from './build';
import { realisticCoupons } from './realistic-coupons';
import { realisticOffers } from './realistic-offers';
import { hasFloor, SHELF } from './realistic-shelf';
import { between, pick, type Random, seeded } from './seeded';

export interface RealisticSize {
  readonly lines: number;
  readonly offers: number;
  readonly coupons: number;
  /** False: without bundles, nth items and limited prices; default true. */
  readonly packs?: boolean;
}

/**
 * Carts as a neighbourhood shop sees them in a campaign: all kinds of offers at once, at most 200 units, at most 4
 * bundles a SKU, coupons of at most 4 groups in every scope. The same seeds give the same cart: `campaign` makes the
 * offers, `shopper` the cart, the coupons and the wishes.
 */
export function realisticInput(campaign: number, shopper: number, size: RealisticSize): QuoteInput {
  const random = seeded(shopper * 7919 + 13);
  return {
    nowMs: NOW_MS,
    resident: {
      tier: pick(random, ['normal', 'silver', 'gold']),
      pointsRateBps: 12_000,
      freightRateBps: pick(random, [10_000, 8000]),
      isNew: random(4) === 0,
      estateId: 'es_1',
      firstOrderRight: random(3) === 0,
      spendablePoints: random(3000),
    },
    lines: cartOf(random, size.lines),
    delivery: { kind: 'standard', baseFreightFen: 500, rushFeeFen: random(4) === 0 ? 800 : 0 },
    offers: realisticOffers(seeded(campaign * 104_729 + 7), size.offers, size.packs ?? true),
    coupons: realisticCoupons(random, size.coupons),
    couponChoice: 'best',
    pointsWish: pick(random, [0, 500, 2000]),
    pointsRule: { unitPoints: 100, unitFen: 100, shareBps: 5000 },
    chancesOnReceipt: 1,
  };
}

/**
 * Most buy one or two of a thing; now and then somebody buys for the whole building. Every field is written out, as the order
 * room does: objects made by spreading have each a layout of their own, and reading these is many times as slow.
 */
function cartOf(random: Random, count: number): CartLine[] {
  const mostUnits = Math.max(1, Math.floor(200 / count));
  const from = random(SHELF.length);
  return Array.from({ length: count }, (_, i): CartLine => {
    const good = SHELF[(from + i * 7) % SHELF.length];
    if (!good) throw new RangeError('the shelf is empty');
    const quantity = Math.min(mostUnits, pick(random, [1, 1, 1, 2, 2, 3, 6]));
    const { skuId, categoryId, listUnitFen } = good;
    const floorUnitFen = hasFloor(skuId) ? Math.floor(listUnitFen / 2) : 0;
    const selected = random(30) > 0;
    return { skuId, categoryId, listUnitFen, quantity, selected, noPromotion: random(40) === 0, floorUnitFen };
  });
}

/** A random size of real carts: mostly a basket, sometimes a full van, up to a wallet full of coupons. */
export function realisticSize(seed: number): RealisticSize {
  const random = seeded(seed + 1);
  return {
    lines: pick(random, [1, 3, 5, 8, 12, 20, 30]),
    offers: between(random, 5, 30),
    coupons: pick(random, [0, 1, 3, 6, 12, 20, 50, 100, 200]),
  };
}
