import { DAY_MS, type EpochMs } from '../../../kernel/period';
import type { JournalEntry, Wallet, WalletHold } from '../../../kernel/wallet';
import type { Difference } from './difference';

/** A journal entry that the wallet forgot and the ledger keeps. */
export type ForgottenEntry = JournalEntry & { readonly op: string };

/** What all entries born before `horizon` did to the points of a wallet. True for good, as a cell's. */
export interface WalletCheckpoint {
  readonly horizon: EpochMs;
  readonly points: number;
}

export const EMPTY_WALLET_CHECKPOINT: WalletCheckpoint = { horizon: 0, points: 0 };

export interface WalletReckoned {
  readonly differences: readonly Difference[];
  readonly checkpoint: WalletCheckpoint;
  /** Entries that no night before this one has settled for good. */
  readonly entries: readonly ForgottenEntry[];
  /** A hold of an order is in it: it is to be looked at again the next night, written or not. */
  readonly holds: boolean;
}

/** As of a cell; a hold comes to the journal under its order's birth, however old that is by then. */
export const settledBefore = ({ horizon, journal, holds }: Pick<Wallet, 'horizon' | 'journal' | 'holds'>): EpochMs =>
  Math.min(horizon, ...[...Object.values(journal), ...Object.values(holds)].map(({ at }) => at));

const pointsIn = (entries: readonly Pick<JournalEntry, 'points'>[]): number =>
  entries.reduce((sum, { points = 0 }) => sum + points, 0);

const heldPoints = (holds: readonly WalletHold[]): number =>
  holds.flatMap(({ pointsByLot }) => Object.values(pointsByLot)).reduce((sum, points) => sum + points, 0);

/**
 * Recomputes the points of a wallet, one snapshot, from its journal and the ledger: what they sum to, less what orders hold
 * (that leaves the lots at once and is written when the order is paid), is the balance. Of the ledger counts what is older than
 * the snapshot's horizon and neither in its journal nor held by it. `ledger`: born in [checkpoint.horizon, wallet.horizon).
 */
export function reckonWallet(
  wallet: Wallet,
  balance: number,
  checkpoint: WalletCheckpoint,
  ledger: readonly ForgottenEntry[],
  nowMs: EpochMs,
): WalletReckoned {
  const { _id, horizon, journal, holds } = wallet;
  const isHere = (op: string) => journal[op] !== undefined || holds[op] !== undefined;
  const gone = ledger.filter(({ op, at }) => at < horizon && !isHere(op));
  const present = Object.entries(journal).map(([op, entry]): ForgottenEntry => ({ ...entry, op }));
  const expected = checkpoint.points + pointsIn(gone) + pointsIn(present) - heldPoints(Object.values(holds));
  const balanced: Difference = {
    counter: 'points',
    target: _id,
    key: 'balance',
    expected,
    found: balance,
    cause: null,
  };
  const settled = settledBefore(wallet);
  return {
    differences: [...(expected === balance ? [] : [balanced]), ...heldTooLong(wallet, nowMs)],
    checkpoint: { horizon: settled, points: checkpoint.points + pointsIn(gone.filter(({ at }) => at < settled)) },
    entries: [...gone, ...present],
    holds: Object.keys(holds).length > 0,
  };
}

/** An order decides within minutes, or hours where the pay platform is silent. */
function heldTooLong({ _id, holds }: Wallet, nowMs: EpochMs): Difference[] {
  return Object.entries(holds)
    .filter(([, { at }]) => at < nowMs - DAY_MS)
    .map(([key]) => ({ counter: 'hold', target: _id, key, expected: 0, found: 1, cause: key }));
}

/** Entries that bring a coupon of the same id as their op. */
export const BRINGS_COUPON: ReadonlySet<string> = new Set(['coupon.claim', 'coupon-issued']);
