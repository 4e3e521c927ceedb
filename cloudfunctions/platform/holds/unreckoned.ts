import type { Wallet } from '../../kernel/wallet';
import { above, type Db, remove } from '../db';
import { UNRECKONED } from './wallet-diff';
import { WALLETS } from './wallets';

/**
 * Wallets that were written since their numbers were last reckoned again, by id. Every write sets the mark, so none is
 * missed whatever the clocks say, and none is looked at that nobody touched.
 */
export const unreckonedWallets = (db: Db, afterId: string, limit: number): Promise<Wallet[]> =>
  db.find<Wallet>(WALLETS, {
    where: { [UNRECKONED]: true, _id: above(afterId) },
    orderBy: [['_id', 'asc']],
    limit,
  });

/** Takes the mark off the wallet as it was read; one that was written since keeps it. Not a change of the wallet: same rev. */
export const setReckoned = (db: Db, { _id, rev }: Pick<Wallet, '_id' | 'rev'>): Promise<boolean> =>
  db.update(WALLETS, { _id, rev }, { [UNRECKONED]: remove() });
