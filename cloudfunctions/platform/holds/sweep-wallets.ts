import { DAY_MS, yyyymmdd } from '../../kernel/period';
import type { Wallet } from '../../kernel/wallet';
import { eachAtOnce } from '../at-once';
import type { Context } from '../context';
import { above, between, type Db, type Query } from '../db';
import { isDone } from './answers';
import { writeToLedger } from './ledger';
import { type HoldSettler, STALE_AFTER_MS, type Verdict } from './marks';
import { journalToPrune, prunedWallet } from './prune';
import type { ArchivedDocument, WalletUpkeep } from './upkeep';
import { UNRECKONED, walletChange } from './wallet-diff';
import { WALLETS, writeWallet } from './wallets';

/** Wallets of one read. */
const PAGE = 100;

export interface WalletSweep {
  readonly holds: HoldSettler | null;
  readonly upkeep: readonly WalletUpkeep[];
}

/**
 * Wallets in which something fell due (`sweepAt`): holds of orders are settled by asking the order, rooms end what has
 * ended, and the journal below the horizon goes to the ledger. One CAS a wallet; a lost race is due again next minute.
 */
export async function sweepWallets(context: Context, rooms: WalletSweep): Promise<void> {
  let last: DueWallet | undefined;
  for (;;) {
    const wallets = await dueAfter(context, last);
    await eachAtOnce(wallets, (wallet) => trySweep(context, rooms, wallet));
    if (wallets.length < PAGE) return;
    last = wallets.at(-1);
  }
}

type DueWallet = Wallet & { readonly sweepAt: number };

/**
 * The next page by moment and id. Coupons of a campaign and points of a month end at one moment in thousands of wallets:
 * those that fall due with the last one come first, then those that fell due later.
 */
async function dueAfter({ db, nowMs }: Context, last: DueWallet | undefined): Promise<DueWallet[]> {
  if (!last) return dueWallets(db, { sweepAt: between(0, nowMs + 1) });
  const [together, later] = await Promise.all([
    dueWallets(db, { sweepAt: last.sweepAt, _id: above(last._id) }),
    dueWallets(db, { sweepAt: between(last.sweepAt + 1, nowMs + 1) }),
  ]);
  return [...together, ...later].slice(0, PAGE);
}

const dueWallets = (db: Db, where: Query['where']): Promise<DueWallet[]> =>
  db.find<DueWallet>(WALLETS, {
    where,
    orderBy: [
      ['sweepAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE,
  });

async function trySweep(context: Context, rooms: WalletSweep, wallet: Wallet): Promise<void> {
  try {
    await sweepWallet(context, rooms, wallet);
  } catch (error) {
    context.log.error('wallet-not-swept', { walletId: wallet._id, why: String(error) });
  }
}

export async function sweepWallet(context: Context, rooms: WalletSweep, found: Wallet): Promise<boolean> {
  const verdicts = await verdictsOf(context, rooms.holds, found);
  const archive: ArchivedDocument[] = [];
  let wallet = found;
  for (const [orderId, verdict] of verdicts)
    if (verdict !== 'leave' && rooms.holds) wallet = rooms.holds.settle(wallet, orderId, verdict, context.nowMs);
  for (const keep of rooms.upkeep) {
    const kept = keep(wallet, context.nowMs);
    wallet = kept.wallet;
    archive.push(...(kept.archive ?? []));
  }
  const { entries, horizon } = journalToPrune(wallet, context.nowMs);
  await Promise.all([
    ...archive.map(({ collection, document }) => context.db.insert(collection, document)),
    writeToLedger(context.db, wallet._id, entries),
  ]);
  const ops = entries.map(([op]) => op);
  const pruned = prunedWallet(wallet, ops, horizon, yyyymmdd(context.nowMs - 2 * DAY_MS));
  if (!hasChanged(found, pruned)) return false;
  return isDone(writeWallet(context.db, found, pruned));
}

const OF_EVERY_WRITE = new Set(['rev', 'sweepAt', UNRECKONED]);

/** A hold that must wait (its order is placed) stays due until the order decides, 15 minutes at most: no write for it. */
const hasChanged = (before: Wallet, after: Wallet): boolean =>
  Object.keys(walletChange(before, after)).some((field) => !OF_EVERY_WRITE.has(field));

async function verdictsOf(
  context: Context,
  holds: HoldSettler | null,
  wallet: Wallet,
): Promise<(readonly [string, Verdict])[]> {
  if (!holds) return [];
  const stale = Object.entries(wallet.holds).filter(([, hold]) => hold.at <= context.nowMs - STALE_AFTER_MS);
  return Promise.all(
    stale.map(async ([orderId, hold]) => [orderId, await holds.verdict(context, orderId, hold)] as const),
  );
}
