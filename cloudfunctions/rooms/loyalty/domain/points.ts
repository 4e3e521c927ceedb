import { DAY_MS, monthEnd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { PointsLot, Wallet } from '../../../kernel/wallet';

/** Lots expire at the end of the month 12 months on (rules.md section 7). */
export const POINTS_LIVE_MONTHS = 12;
/** Life of returned points whose lot expired meanwhile, once (rules.md section 2). */
export const RETURNED_LIFE_MS = 30 * DAY_MS;

type Lots = Wallet['lots'];
export type PointsByLot = { readonly [lotId: string]: number };

const sum = (lots: readonly PointsLot[]): number => lots.reduce((total, { points }) => total + points, 0);

/** All points, pending ones too; negative where more was taken back than was there. Equals the sum of the ledger. */
export function pointsBalance(wallet: Wallet): number {
  return sum(Object.values(wallet.lots)) - wallet.pointsDebt;
}

const isSpendable = (lot: PointsLot, nowMs: number): boolean => lot.spendableFromMs <= nowMs && nowMs < lot.expiresAtMs;

/** Which lots may be spent on something: lots keep their cause. */
export type MaySpend = (lot: Pick<PointsLot, 'cause'>) => boolean;

const ANY_LOT: MaySpend = () => true;

/** What can be spent now: past its after-sales window and not over. */
export function spendablePoints(wallet: Wallet, nowMs: number, may: MaySpend = ANY_LOT): number {
  return sum(Object.values(wallet.lots).filter((lot) => isSpendable(lot, nowMs) && may(lot)));
}

export function pendingPoints(wallet: Wallet, nowMs: number): number {
  return sum(Object.values(wallet.lots).filter((lot) => lot.spendableFromMs > nowMs && nowMs < lot.expiresAtMs));
}

export interface PointsSum {
  readonly balance: number;
  readonly spendable: number;
  readonly pending: number;
}

export function pointsOf(wallet: Wallet, nowMs: number): PointsSum {
  return {
    balance: pointsBalance(wallet),
    spendable: spendablePoints(wallet, nowMs),
    pending: pendingPoints(wallet, nowMs),
  };
}

export interface Earned {
  /** Also the op of what earned them: earning again finds it. */
  readonly lotId: string;
  readonly points: number;
  readonly atMs: number;
  readonly spendableFromMs: number;
  /** `order:<id>`, `draw:<chance>` …: lots keep their cause. */
  readonly cause: string;
}

/** Adds a lot; a debt is filled first, with what is left of it (rules.md section 2). */
export function earnPoints(wallet: Wallet, earned: Earned): Wallet {
  if (earned.points === 0 || wallet.lots[earned.lotId]) return wallet;
  const fills = Math.min(wallet.pointsDebt, earned.points);
  const debtLeft = { ...wallet, pointsDebt: wallet.pointsDebt - fills };
  if (fills === earned.points) return debtLeft;
  const lot: PointsLot = {
    points: earned.points - fills,
    earned: earned.points,
    earnedAtMs: earned.atMs,
    spendableFromMs: earned.spendableFromMs,
    expiresAtMs: monthEnd(earned.atMs, POINTS_LIVE_MONTHS),
    cause: earned.cause,
  };
  return { ...debtLeft, lots: { ...wallet.lots, [earned.lotId]: lot } };
}

type Entry = readonly [lotId: string, lot: PointsLot];

/** Earliest expiry first, then earliest earned, then id (rules.md section 7). */
export function inSpendingOrder(lots: Lots): Entry[] {
  return Object.entries(lots).sort(
    ([idA, a], [idB, b]) =>
      a.expiresAtMs - b.expiresAtMs || a.earnedAtMs - b.earnedAtMs || (idA < idB ? -1 : idA > idB ? 1 : 0),
  );
}

/** Takes up to `points` from lots in the order given; lots that are emptied leave. */
function takeFrom(
  lots: Lots,
  order: readonly Entry[],
  points: number,
): { lots: Lots; byLot: PointsByLot; short: number } {
  const left: { [lotId: string]: PointsLot } = { ...lots };
  const byLot: { [lotId: string]: number } = {};
  let short = points;
  for (const [lotId, lot] of order) {
    const taken = Math.min(lot.points, short);
    if (taken === 0) continue;
    byLot[lotId] = taken;
    short -= taken;
    if (taken === lot.points) delete left[lotId];
    else left[lotId] = { ...lot, points: lot.points - taken };
  }
  return { lots: left, byLot, short };
}

/** What a spending took: `pointsByLot` per lot, `lots` as they were before, so that they can come back (WalletHold). */
export interface Spent {
  readonly wallet: Wallet;
  readonly pointsByLot: PointsByLot;
  readonly lots: Lots;
}

/** Takes points out of the lots in spending order. `NOT_ENOUGH_POINTS` {spendable}: nothing is taken. */
export function spendPoints(wallet: Wallet, points: number, nowMs: number, may: MaySpend = ANY_LOT): Result<Spent> {
  const order = inSpendingOrder(wallet.lots).filter(([, lot]) => isSpendable(lot, nowMs) && may(lot));
  const taken = takeFrom(wallet.lots, order, points);
  if (taken.short > 0) return refuse('NOT_ENOUGH_POINTS', { spendable: spendablePoints(wallet, nowMs, may) });
  const touched = order.filter(([lotId]) => taken.byLot[lotId] !== undefined);
  return ok({ wallet: { ...wallet, lots: taken.lots }, pointsByLot: taken.byLot, lots: Object.fromEntries(touched) });
}

/**
 * Gives points back into the lots they came from; a lot that expired meanwhile gets 30 days from now, once in its life.
 * `lots` are the lots as the hold remembers them. A debt is filled first, from the lot that would expire soonest.
 */
export function returnPoints(wallet: Wallet, pointsByLot: PointsByLot, lots: Lots, nowMs: number): Wallet {
  let changed = wallet;
  const back = Object.fromEntries(
    Object.keys(pointsByLot).flatMap((id) => (lots[id] ? [[id, lots[id]] as const] : [])),
  );
  for (const [lotId, remembered] of inSpendingOrder(back)) {
    const points = pointsByLot[lotId] ?? 0;
    const fills = Math.min(changed.pointsDebt, points);
    changed = { ...changed, pointsDebt: changed.pointsDebt - fills };
    if (points > fills) changed = intoLot(changed, lotId, remembered, points - fills, nowMs);
  }
  return changed;
}

function intoLot(wallet: Wallet, lotId: string, remembered: PointsLot, points: number, nowMs: number): Wallet {
  const present = wallet.lots[lotId];
  const lot = present ?? { ...remembered, points: 0 };
  const isOver = lot.expiresAtMs <= nowMs && !lot.lengthened;
  const grown: PointsLot = {
    ...lot,
    points: lot.points + points,
    ...(isOver ? { expiresAtMs: nowMs + RETURNED_LIFE_MS, lengthened: true as const } : {}),
  };
  return { ...wallet, lots: { ...wallet.lots, [lotId]: grown } };
}

/**
 * Takes back points that an order earned and that its refund undoes: from the order's own lot, then from the others in
 * spending order, pending ones too; what is not there becomes debt, and the balance negative (rules.md section 2).
 */
export function takeBackPoints(wallet: Wallet, points: number, lotId: string): Wallet {
  const order = inSpendingOrder(wallet.lots);
  const own = order.filter(([id]) => id === lotId);
  const taken = takeFrom(wallet.lots, [...own, ...order.filter(([id]) => id !== lotId)], points);
  return { ...wallet, lots: taken.lots, pointsDebt: wallet.pointsDebt + taken.short };
}

export interface ExpiredLot {
  readonly lotId: string;
  readonly points: number;
  /** A lot can expire twice: once more after points came back into it. */
  readonly expiresAtMs: number;
}

export function expiredLots(wallet: Wallet, nowMs: number): ExpiredLot[] {
  return inSpendingOrder(wallet.lots)
    .filter(([, lot]) => lot.expiresAtMs <= nowMs)
    .map(([lotId, { points, expiresAtMs }]) => ({ lotId, points, expiresAtMs }));
}
