import type { Wallet } from '../../kernel/wallet';
import type { Stored } from '../db';

export interface ArchivedDocument {
  readonly collection: string;
  readonly document: Stored;
}

/**
 * What time changes in a wallet. Pure. Documents to archive are inserted first, each acknowledged (exists = done), then
 * the changed wallet is written in one CAS; journal entries are the room's own. The same wallet back: nothing to do.
 */
export type WalletUpkeep = (
  wallet: Wallet,
  nowMs: number,
) => { readonly wallet: Wallet; readonly archive?: readonly ArchivedDocument[] };
