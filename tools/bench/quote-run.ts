/**
 * How fast a price is made; `quote.ts` bundles and runs it. Speeds are of processor time, which does not depend on what
 * else the machine does, the best of several runs; beside each a minimal loop by hand over the same inputs in the same
 * run, since machines differ. The slowest quote is by the clock, each cart at its best of three, for the same reason.
 */
import { performance } from 'node:perf_hooks';
import { type Quote, type QuoteInput, settle } from '../../cloudfunctions/rooms/settlement';
import { Applied, EVERY_KIND } from '../../cloudfunctions/rooms/settlement/domain/support/applied';
import { type RealisticSize, realisticInput } from '../../cloudfunctions/rooms/settlement/domain/support/realistic';
import { payableByHand } from './quote-by-hand';

interface Size extends RealisticSize {
  /** Quotes a second, on one core of the machine that figures.md names. */
  readonly target: number;
}

const SIZES: readonly Size[] = [
  { lines: 20, offers: 20, coupons: 0, packs: false, target: 20_000 },
  { lines: 20, offers: 20, coupons: 0, target: 20_000 },
  { lines: 100, offers: 100, coupons: 0, packs: false, target: 2000 },
  { lines: 100, offers: 100, coupons: 0, target: 2000 },
  { lines: 20, offers: 20, coupons: 20, target: 5000 },
  { lines: 100, offers: 100, coupons: 200, target: 200 },
];
const CAMPAIGNS = 8;
const CARTS_PER_CAMPAIGN = 25;
const RUNS = 3;
/** A run shorter than this says little. */
const RUN_MS = 250;
const LIMIT_MS = 50;

/** Inputs by campaign: the carts of one share the very offers, as a warm function's do. */
function inputsOf(size: RealisticSize): QuoteInput[] {
  return Array.from({ length: CAMPAIGNS }, (_, campaign) => {
    const { offers } = realisticInput(campaign, 0, size);
    return Array.from({ length: CARTS_PER_CAMPAIGN }, (__, i) =>
      withOffers(realisticInput(campaign, campaign * CARTS_PER_CAMPAIGN + i, size), offers),
    );
  }).flat();
}

/** Written out: a spread would give each input a layout of its own, which none of the order room's has. */
function withOffers(input: QuoteInput, offers: QuoteInput['offers']): QuoteInput {
  const { nowMs, resident, lines, delivery, coupons, couponChoice, pointsWish, pointsRule, chancesOnReceipt } = input;
  return { nowMs, resident, lines, delivery, offers, coupons, couponChoice, pointsWish, pointsRule, chancesOnReceipt };
}

/** A warm function has its code compiled: so much processor time is not counted, however busy the machine is. */
const WARM_UP_MS = 2000;

/** Processor time since then, of all threads. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Calls a second of processor time, the best run. */
function perSecond<T>(inputs: readonly T[], call: (input: T) => unknown): number {
  let best = 0;
  const warming = process.cpuUsage();
  while (spentSince(warming) < WARM_UP_MS) for (const input of inputs) call(input);
  for (let run = 0; run < RUNS; run += 1) {
    let calls = 0;
    const start = process.cpuUsage();
    let spentMs = 0;
    do {
      for (const input of inputs) call(input);
      calls += inputs.length;
      spentMs = spentSince(start);
    } while (spentMs < RUN_MS);
    best = Math.max(best, (calls / spentMs) * 1000);
  }
  return best;
}

/** Milliseconds by the clock of each input, the best of three. */
function timesMs(inputs: readonly QuoteInput[]): number[] {
  return inputs
    .map((input) => {
      const each = [0, 1, 2].map(() => {
        const startMs = performance.now();
        settle(input);
        return performance.now() - startMs;
      });
      return Math.min(...each);
    })
    .sort((a, b) => a - b);
}

/** Milliseconds of the first quote after a change of the campaign, offers not prepared: the middle one, and the slowest. */
function firstAfterChange(inputs: readonly QuoteInput[]): { readonly middleMs: number; readonly slowestMs: number } {
  const times = inputs
    .map((input) => {
      const changed = { ...input, offers: [...input.offers] };
      const startMs = performance.now();
      settle(changed);
      return performance.now() - startMs;
    })
    .sort((a, b) => a - b);
  return { middleMs: times[Math.floor(times.length / 2)] ?? 0, slowestMs: times.at(-1) ?? 0 };
}

/** Kinds that tie units together, which `packs: false` leaves out. */
const PACKS: readonly string[] = ['bundle', 'nth-item', 'nth-fixed-price'];

/** Offers that do nothing would make any engine fast: kinds that a size is to have and that no quote of it applied. */
function kindsMissing({ packs = true, coupons }: Size, inputs: readonly QuoteInput[], quotes: readonly Quote[]) {
  const applied = new Applied();
  for (const [i, quote] of quotes.entries()) {
    const input = inputs[i];
    if (input) applied.note(input, quote);
  }
  const asked = EVERY_KIND.filter((kind) => coupons > 0 || !kind.startsWith('coupon-'));
  return applied.never(asked.filter((kind) => packs || !PACKS.includes(kind)));
}

/** How much each kind did. */
function describe(quotes: readonly Quote[]): string {
  const kinds = new Map<string, number>();
  let [adjustments, nodes, unproven, gifts, addOns] = [0, 0, 0, 0, 0];
  for (const quote of quotes) {
    adjustments += quote.adjustments.length;
    nodes += quote.coupons.considered;
    if (!quote.proven) unproven += 1;
    gifts += quote.gifts.length;
    addOns += quote.addOns.length;
    for (const { kind } of quote.adjustments) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const each = (sum: number) => (sum / quotes.length).toFixed(1);
  const shares = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `${kind} ${each(n)}`);
  const search = `${each(nodes)} nodes, ${unproven} of ${quotes.length} not proven`;
  const benefits = `${each(gifts)} gifts, ${each(addOns)} add-ons`;
  return `  a quote has ${each(adjustments)} adjustments (${shares.join(', ')}); ${search}; ${benefits}`;
}

function benchSize(size: Size): boolean {
  const inputs = inputsOf(size);
  const byHand = perSecond(inputs, payableByHand);
  const quotes = perSecond(inputs, settle);
  const times = timesMs(inputs);
  const maxMs = times.at(-1) ?? 0;
  const p50Ms = times[Math.floor(times.length / 2)] ?? 0;
  const kinds = size.packs === false ? ' without bundles, nth items and limits' : '';
  const what = `${size.lines} lines × ${size.offers} offers × ${size.coupons} coupons${kinds}`;
  const speed = `${Math.round(quotes)} quotes/s (target ${size.target}), by hand ${Math.round(byHand)}`;
  const ratio = `${(byHand / quotes).toFixed(1)} times the loop by hand`;
  console.log(`${what}: ${speed}, ${ratio}; p50 ${p50Ms.toFixed(3)} ms, max ${maxMs.toFixed(2)} ms`);
  const { middleMs, slowestMs } = firstAfterChange(inputs);
  console.log(`  the first after a change: p50 ${middleMs.toFixed(3)} ms, max ${slowestMs.toFixed(2)} ms`);
  const settled = inputs.map((input) => settle(input));
  console.log(describe(settled));
  const missing = kindsMissing(size, inputs, settled);
  if (missing.length > 0) console.error(`  applied in no quote: ${missing.join(', ')}`);
  return quotes >= size.target && maxMs <= LIMIT_MS && missing.length === 0;
}

/** 0 where every target is met, and every kind of offer was at work. */
process.exitCode = SIZES.map(benchSize).every(Boolean) ? 0 : 1;
