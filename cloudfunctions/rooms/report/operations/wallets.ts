import type { Coupon } from '../../../kernel/coupon';
import { type EpochMs, HOUR_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { mapAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { ledgerBetween, ledgerEntries, marksOf } from '../../../platform/holds/entries';
import { ledgerId } from '../../../platform/holds/ledger';
import { setReckoned, unreckonedWallets } from '../../../platform/holds/unreckoned';
import { readWallet } from '../../../platform/holds/wallets';
import { endedCouponsOf } from '../../coupon';
import { pointsBalance } from '../../loyalty';
import { couponCount, type WalletCoupons } from '../domain/coupon-books';
import type { Difference } from '../domain/difference';
import type { Reconciliation } from '../domain/night';
import {
  BRINGS_COUPON,
  EMPTY_WALLET_CHECKPOINT,
  type ForgottenEntry,
  reckonWallet,
  settledBefore,
  type WalletCheckpoint,
  type WalletReckoned,
} from '../domain/wallet-books';
import { compareMark, type NamedMark } from '../domain/words';
import { walletCheckpoints } from '../store';
import { besideCheckpoints, keepCheckpoints, type Page } from './checkpointed';

/** A wallet may be 100 KB, and one answer 16 MB (platform.md, Limits). */
const PAGE = 50;

type Reckoned = WalletReckoned & { readonly wallet: Wallet };

/** Wallets that were written since the last night, by id; a page's marks are taken off once its results are kept. */
export async function reckonWallets(context: Context, { cursor }: Reconciliation): Promise<Page> {
  const { db, nowMs } = context;
  const page = await unreckonedWallets(db, cursor ?? '', PAGE);
  const checkpoints = await walletCheckpoints(
    db,
    page.map(({ _id }) => _id),
  );
  const pairs = await besideCheckpoints<Wallet, WalletCheckpoint>(page, checkpoints, {
    none: EMPTY_WALLET_CHECKPOINT,
    settledBefore,
    readAgain: (residentId) => readWallet(db, residentId),
  });
  const reckoned = await mapAtOnce(pairs, async ({ document: wallet, checkpoint }) => {
    const ledger = await ledgerBetween(db, wallet._id, checkpoint.horizon, wallet.horizon);
    const entries = ledger.flatMap((entry): ForgottenEntry[] => ('kind' in entry ? [entry] : []));
    const own = reckonWallet(wallet, pointsBalance(wallet), checkpoint, entries, nowMs);
    return { wallet, target: wallet._id, before: checkpoint, ...own };
  });
  const [coupons, marks] = await Promise.all([reckonCoupons(db, reckoned), reckonMarks(db, reckoned, nowMs)]);
  const settled = reckoned.filter(({ holds }) => !holds).map(({ wallet }) => wallet);
  return {
    checked: { wallets: page.length, coupons: coupons.checked, marks: marks.checked },
    differences: [...reckoned.flatMap(({ differences }) => differences), ...coupons.differences, ...marks.differences],
    cursor: page.length < PAGE ? null : (page.at(-1)?._id ?? null),
    afterwards: async () => {
      await keepCheckpoints(db, reckoned);
      await mapAtOnce(settled, (wallet) => setReckoned(db, wallet));
    },
  };
}

interface Part {
  readonly checked: number;
  readonly differences: readonly Difference[];
}

/** Each coupon was brought by an entry, and each entry's coupon is in the wallet or in the archive. */
async function reckonCoupons(db: Db, reckoned: readonly Reckoned[]): Promise<Part> {
  const wallets = reckoned.map(({ wallet, entries }): WalletCoupons => {
    const brought = entries.filter(({ s, kind }) => s === 'done' && BRINGS_COUPON.has(kind)).map(({ op }) => op);
    return { walletId: wallet._id, coupons: Object.keys(wallet.coupons), brought, known: entries.map(({ op }) => op) };
  });
  const older = wallets.flatMap(({ walletId, coupons, known }) => {
    const isKnown = new Set(known);
    return coupons.filter((op) => !isKnown.has(op)).map((op) => ({ target: walletId, op }));
  });
  const gone = wallets.flatMap(({ coupons, brought }) => {
    const isHere = new Set(coupons);
    return brought.filter((op) => !isHere.has(op));
  });
  const [entries, ended]: [ReadonlyMap<string, unknown>, ReadonlyMap<string, Coupon>] = await Promise.all([
    older.length === 0 ? new Map() : ledgerEntries(db, older),
    endedCouponsOf(db, gone),
  ]);
  const isInLedger = (walletId: string, op: string) => entries.has(ledgerId(walletId, op));
  const differences = wallets.flatMap((wallet) => couponCount(wallet, isInLedger, (couponId) => ended.has(couponId)));
  return {
    checked: wallets.reduce((sum, { coupons, brought }) => sum + coupons.length + brought.length, 0),
    differences,
  };
}

/** What an entry gives back follows it, at the latest with the timer; a younger one is looked at again the next night. */
const RETURNED_AFTER_MS = HOUR_MS;

/** Claims and spins that were done have their units in the cells that they name, and what was revoked gave its own back. */
async function reckonMarks(db: Db, reckoned: readonly Reckoned[], nowMs: EpochMs): Promise<Part> {
  const done = reckoned.flatMap(({ entries }) => entries.filter(({ s }) => s === 'done'));
  const named = done.flatMap(({ op, at, cells = [], returns = {} }): NamedMark[] => [
    ...cells.map((cellId) => ({ cellId, op, q: null, gave: false })),
    ...Object.entries(at < nowMs - RETURNED_AFTER_MS ? returns : {}).map(([cellId, q]) => ({
      cellId,
      op,
      q,
      gave: true,
    })),
  ]);
  const found = await marksOf(db, named);
  const differences = named.flatMap((mark) => compareMark(mark, found.get(ledgerId(mark.cellId, mark.op))));
  return { checked: named.length, differences };
}
