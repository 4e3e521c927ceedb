import { ok, type Refusal, type Result } from '../../kernel/result';
import { emptyWallet, type Wallet } from '../../kernel/wallet';
import type { Db } from '../db';
import { getAnswered, isDone, orUnknown } from './answers';
import { CODES, walletChange } from './wallet-diff';

export const WALLETS = 'wallets';

/** Two devices of one resident, a timer and a callback at once are plausible; more than this many is trouble. */
const WRITE_TRIES = 12;

/** `keep`: nothing to write, this is the answer. A refusal writes nothing. */
export type WalletDecision<R> = { readonly write: Wallet; readonly value: R } | { readonly keep: R } | Refusal;

/** `BUSY`: others kept writing. Nothing was applied as far as is known; the same request key may try again. */
export const BUSY: Refusal<'BUSY'> = { ok: false, code: 'BUSY' };

/** The resident's wallet; the first call of a resident inserts it (duplicate = exists). */
export async function readWallet(db: Db, residentId: string): Promise<Wallet> {
  const found = await getAnswered<Wallet>(db, WALLETS, residentId);
  if (found) return found;
  await orUnknown(db.insert(WALLETS, emptyWallet(residentId)));
  const inserted = await getAnswered<Wallet>(db, WALLETS, residentId);
  if (!inserted) throw new Error(`wallet ${residentId} was inserted and is not there`);
  return inserted;
}

/** The wallet as it is, or as it would begin: looking at a page makes none. */
export async function peekWallet(db: Db, residentId: string): Promise<Wallet> {
  return (await getAnswered<Wallet>(db, WALLETS, residentId)) ?? emptyWallet(residentId);
}

/** The wallet that a hand-over code belongs to: 80 random bits, so no two have one. */
export async function walletByCode(db: Db, code: string): Promise<Wallet | null> {
  const [found] = await db.find<Wallet>(WALLETS, { where: { [CODES]: code }, limit: 1 });
  return found ?? null;
}

/**
 * One conditional update `where {_id, rev}` that writes only what changed. 0 updated or no answer: the wallet is read
 * and `decide` is asked again, so `decide` looks for its own op first (a lost answer may have been a yes) and is pure.
 */
export async function changeWallet<R>(
  db: Db,
  residentId: string,
  decide: (wallet: Wallet) => WalletDecision<R>,
  known?: Wallet,
): Promise<Result<R>> {
  let wallet = known ?? (await readWallet(db, residentId));
  for (let tried = 0; tried < WRITE_TRIES; tried += 1) {
    const decision = decide(wallet);
    if ('ok' in decision) return decision;
    if ('keep' in decision) return ok(decision.keep);
    if (await isDone(writeWallet(db, wallet, decision.write))) return ok(decision.value);
    wallet = await readWallet(db, residentId);
  }
  return BUSY;
}

/** One CAS, as it is; false when another write came between. */
export function writeWallet(db: Db, before: Wallet, after: Wallet): Promise<boolean> {
  return db.update(WALLETS, { _id: before._id, rev: before.rev }, walletChange(before, after));
}
