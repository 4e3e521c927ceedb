import { DAY_MS, shanghaiDate, shanghaiDay, startOfShanghaiDay, yyyymmdd } from '../../../kernel/period';
import { FULL_RATE_BPS, floorOfRate } from '../../../kernel/rate';
import type { Tier, Wallet } from '../../../kernel/wallet';

/** Rolling window of spend and orders, this day included (rules.md section 7). */
export const TIER_WINDOW_DAYS = 365;
/** Down at the first review at least this long after the notice. */
export const TIER_GRACE_MS = 30 * DAY_MS;

export interface TierRule {
  readonly tier: Tier;
  /** Either of the two reaches it. */
  readonly spentFen: number;
  readonly orders: number;
  /** Points are earned at this rate, on the whole fen ÷ 100. */
  readonly pointsBps: number;
  /** What of freight and rush fee is paid. */
  readonly freightBps: number;
}

/** Defaults of rules.md section 7, lowest first. */
export const TIER_RULES: readonly TierRule[] = [
  { tier: 'normal', spentFen: 0, orders: 0, pointsBps: 10_000, freightBps: FULL_RATE_BPS },
  { tier: 'silver', spentFen: 50_000, orders: 5, pointsBps: 11_000, freightBps: FULL_RATE_BPS },
  { tier: 'gold', spentFen: 200_000, orders: 20, pointsBps: 12_000, freightBps: 8_000 },
  { tier: 'diamond', spentFen: 500_000, orders: 50, pointsBps: 15_000, freightBps: 8_000 },
];

export function tierRule(tier: Tier): TierRule {
  const rule = TIER_RULES.find((candidate) => candidate.tier === tier);
  if (!rule) throw new RangeError(`no tier ${tier}`);
  return rule;
}

const rank = (tier: Tier): number => TIER_RULES.findIndex((rule) => rule.tier === tier);

/** floor(floor(paid goods fen / 100) × tier rate / 10,000). */
export function pointsFor(goodsPaidFen: number, tier: Tier): number {
  return floorOfRate(Math.floor(goodsPaidFen / 100), tierRule(tier).pointsBps);
}

export interface TierSum {
  readonly spentFen: number;
  readonly orders: number;
}

/** First day that counts, as `yyyymmdd`. */
function firstDay(nowMs: number): string {
  return yyyymmdd(startOfShanghaiDay(shanghaiDay(nowMs) - TIER_WINDOW_DAYS + 1));
}

/** Spend and orders received in the last 365 Shanghai days; refunds have lowered their day, never below 0 in sum. */
export function tierSum(spend: Wallet['spend'], nowMs: number): TierSum {
  const from = firstDay(nowMs);
  const until = yyyymmdd(nowMs);
  let spentFen = 0;
  let orders = 0;
  for (const [day, { paidFen, orders: count }] of Object.entries(spend)) {
    if (day < from || day > until) continue;
    spentFen += paidFen;
    orders += count;
  }
  return { spentFen: Math.max(0, spentFen), orders: Math.max(0, orders) };
}

/** The highest tier that either sum reaches. */
export function tierReached({ spentFen, orders }: TierSum): Tier {
  const reached = TIER_RULES.filter((rule) => spentFen >= rule.spentFen || orders >= rule.orders);
  return reached.at(-1)?.tier ?? 'normal';
}

export interface TierProgress extends TierSum {
  readonly tier: Tier;
  readonly gapFen: number;
  readonly gapOrders: number;
  readonly needFen: number;
  readonly needOrders: number;
}

/** The next tier and what is missing to it, by spend or by orders; null at the top. */
export function tierProgress(wallet: Wallet, nowMs: number): TierProgress | null {
  const rule = TIER_RULES[rank(wallet.tier) + 1];
  if (!rule) return null;
  const { spentFen, orders } = tierSum(wallet.spend, nowMs);
  const gapFen = Math.max(0, rule.spentFen - spentFen);
  const gapOrders = Math.max(0, rule.orders - orders);
  return { tier: rule.tier, gapFen, gapOrders, spentFen, orders, needFen: rule.spentFen, needOrders: rule.orders };
}

/** Books an order received, or with negative numbers its refund, on its day; days that count no more are dropped. */
export function withSpend(
  wallet: Wallet,
  booked: { readonly atMs: number; readonly paidFen: number; readonly orders: number },
  nowMs: number,
): Wallet {
  const day = yyyymmdd(booked.atMs);
  const before = wallet.spend[day] ?? { paidFen: 0, orders: 0 };
  const after = { paidFen: before.paidFen + booked.paidFen, orders: before.orders + booked.orders };
  const from = firstDay(nowMs);
  const kept = Object.entries({ ...wallet.spend, [day]: after }).filter(([key]) => key >= from);
  return { ...wallet, spend: Object.fromEntries(kept) };
}

/** Up at once, at the receipt that reaches it; never down here. */
export function raised(wallet: Wallet, nowMs: number): Wallet {
  const reached = tierReached(tierSum(wallet.spend, nowMs));
  if (rank(reached) <= rank(wallet.tier)) return wallet;
  return { ...wallet, tier: reached, tierSinceMs: nowMs, tierNoticeAtMs: null };
}

/**
 * The review of the 1st of a month: still reached → any notice is forgotten; below for the first time → notice; below at
 * a review at least 30 days after the notice → down by one tier, and a fresh notice if that is not reached either.
 */
export function reviewed(wallet: Wallet, nowMs: number): Wallet {
  const reached = tierReached(tierSum(wallet.spend, nowMs));
  if (rank(reached) >= rank(wallet.tier))
    return wallet.tierNoticeAtMs === null ? wallet : { ...wallet, tierNoticeAtMs: null };
  if (wallet.tierNoticeAtMs === null) return { ...wallet, tierNoticeAtMs: nowMs };
  if (nowMs - wallet.tierNoticeAtMs < TIER_GRACE_MS) return wallet;
  const lower = TIER_RULES[rank(wallet.tier) - 1]?.tier ?? 'normal';
  return { ...wallet, tier: lower, tierSinceMs: nowMs, tierNoticeAtMs: reached === lower ? null : nowMs };
}

/** Reviews are held on the 1st, Shanghai. */
export function isReviewDay(nowMs: number): boolean {
  return shanghaiDate(nowMs).day === 1;
}
