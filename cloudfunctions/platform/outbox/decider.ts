import type { Wallet } from '../../kernel/wallet';
import type { Context } from '../context';
import type { Stored, Where } from '../db';
import type { Carried, Effect } from '../effects';

/** The document that owes effects: they were written by the update that caused them. */
export interface Decider extends Stored {
  readonly effects: { readonly [id: string]: Effect };
  /** When the timer looks after them; absent: nothing is owed. */
  readonly effectsDueAt?: number;
}

export interface DeciderRules {
  readonly collection: string;
  /** What changes with every update that adds effects, as the decider was read. */
  readonly asRead: Where;
  /** The hold that this decider has in a wallet, settled as it has decided; the same wallet where there is none. */
  settleHold(wallet: Wallet): Wallet;
  /** Whether this kind changes a wallet: then it is carried out together with the others on the same wallet. */
  isOnWallet(effect: Effect): boolean;
  /** Carries out what is on no wallet: a cell's move, a refund. */
  carry(context: Context, id: string, effect: Effect): Promise<Carried>;
}
