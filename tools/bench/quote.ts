/**
 * How fast a price is made: `npx tsx tools/bench/quote.ts`. Prints quotes per second of processor time (which does not
 * depend on what else the machine does) for carts of 20 lines × 20 offers, and the slowest by the clock.
 */
import { performance } from 'node:perf_hooks';
import { type CouponInHand, type Offer, type QuoteInput, settle } from '../../cloudfunctions/rooms/settlement';

const NOW_MS = Date.parse('2026-05-20T10:30:00+08:00');
const OPEN = { startsAtMs: NOW_MS - 1, endsAtMs: NOW_MS + 86_400_000, campaignId: 'cp_1', title: null };
const CATEGORIES = ['grain', 'dairy', 'fruit', 'care'];

/** mulberry32: small, seeded, the same numbers on every machine. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Random = (below: number) => number;

function scopeOf(random: Random) {
  const kind = random(3);
  if (kind === 0) return { all: true } as const;
  if (kind === 1) return { categoryIds: [CATEGORIES[random(4)] ?? 'grain'] };
  return { skuIds: Array.from({ length: 6 }, () => `s${random(20)}`) };
}

function offerOf(i: number, random: Random): Offer {
  const base = { ...OPEN, offerId: `of_${i}`, scope: scopeOf(random) };
  if (i % 4 === 0) {
    const price = { form: 'rate', payRateBps: 7000 + random(2500) } as const;
    return { ...base, kind: 'time-window', parameters: { windows: [], price, maxUnits: i % 8 === 0 ? 5 : undefined } };
  }
  if (i === 1) return { ...base, kind: 'first-order', parameters: { offFen: 500 } };
  if (i === 2) return { ...base, kind: 'free-freight', parameters: { fromFen: 6900 } };
  const tiers = [5000, 10_000, 20_000].map((thresholdFen) => ({
    thresholdFen,
    off: { form: 'fixed' as const, offFen: Math.floor(thresholdFen / 10) + random(300) },
  }));
  const group = i % 2 === 0 ? 'a' : 'b';
  return { ...base, kind: 'spend-tiers', parameters: { group, reach: { form: 'best', tiers } } };
}

function couponOf(i: number, random: Random): CouponInHand {
  const shared = { scope: scopeOf(random), minSpendFen: random(8000), group: 'abcd'[random(4)] ?? 'a' };
  const offFen = 100 + random(1500);
  const terms = [
    { kind: 'fixed' as const, ...shared, offFen },
    { kind: 'percentage' as const, ...shared, payRateBps: 7000 + random(2900), capFen: 500 + random(3000) },
    { kind: 'freight' as const, scope: shared.scope, minSpendFen: shared.minSpendFen, offFen },
  ][i % 10 === 0 ? 2 : random(2)];
  if (!terms) throw new Error('no such coupon');
  return {
    couponId: `cn_${i}`,
    templateId: `ct_${random(60)}`,
    campaignId: null,
    title: `cn_${i}`,
    terms,
    validFromMs: 0,
    validUntilMs: NOW_MS + 86_400_000 * (1 + random(30)),
  };
}

function inputOf(seed: number, coupons: number): QuoteInput {
  const random = randomOf(seed);
  return {
    nowMs: NOW_MS,
    resident: {
      tier: 'gold',
      pointsRateBps: 12_000,
      freightRateBps: 8000,
      isNew: true,
      estateId: 'es_1',
      firstOrderRight: true,
      spendablePoints: 2000,
    },
    lines: Array.from({ length: 20 }, (_, i) => ({
      skuId: `s${i}`,
      categoryId: CATEGORIES[i % 4] ?? 'grain',
      listUnitFen: 200 + random(5000),
      quantity: 1 + random(4),
      selected: true,
    })),
    delivery: { kind: 'standard', baseFreightFen: 500, rushFeeFen: 0 },
    offers: Array.from({ length: 20 }, (_, i) => offerOf(i, random)),
    coupons: Array.from({ length: coupons }, (_, i) => couponOf(i, random)),
    couponChoice: 'best',
    pointsWish: 1500,
    pointsRule: { unitPoints: 100, unitFen: 100, shareBps: 5000 },
    chancesOnReceipt: 1,
  };
}

function bench(coupons: number, carts: number): void {
  const inputs = Array.from({ length: carts }, (_, seed) => inputOf(seed + 1, coupons));
  for (const input of inputs.slice(0, 20)) settle(input);
  let [slowestMs, unproven, nodes] = [0, 0, 0];
  const start = process.cpuUsage();
  for (const input of inputs) {
    const oneMs = performance.now();
    const quote = settle(input);
    slowestMs = Math.max(slowestMs, performance.now() - oneMs);
    nodes += quote.coupons.considered;
    if (!quote.coupons.proven) unproven += 1;
  }
  const { user, system } = process.cpuUsage(start);
  const perSecond = Math.round(carts / ((user + system) / 1_000_000));
  const what = `20 lines × 20 offers × ${coupons} coupons`;
  const search = `${Math.round(nodes / carts)} nodes on average, ${unproven} of ${carts} not proven`;
  console.log(`${what}: ${perSecond} quotes/s, slowest ${slowestMs.toFixed(1)} ms, ${search}`);
}

export function benchQuotes(): void {
  bench(0, 500);
  bench(5, 500);
  bench(20, 300);
  bench(200, 60);
}

if (require.main === module) benchQuotes();
