import type { Mark } from '../../kernel/cell';
import type { Wallet, WalletHold } from '../../kernel/wallet';
import type { Context } from '../context';

export { STALE_AFTER_MS } from './wallet-due';

/** A provisional trace of an operation, found in a cell. */
export interface OpenMark {
  readonly cellId: string;
  readonly op: string;
  readonly mark: Mark;
}

/** `leave`: its decider has not decided yet, or was just made to. */
export type Verdict = 'capture' | 'release' | 'leave';

/**
 * Asks the decider what became of the operation. Where the decider knows nothing it first writes the refusal there
 * (CAS `void`, abort), and only then says `release`: an operation that is still on its way finds it.
 */
export type Settler = (context: Context, found: OpenMark) => Promise<Verdict>;

/** The same for what an order holds in a wallet. */
export interface HoldSettler {
  verdict(context: Context, orderId: string, hold: WalletHold): Promise<Verdict>;
  /** Pure: the wallet with this hold settled and journalled. */
  settle(wallet: Wallet, orderId: string, verdict: 'capture' | 'release', nowMs: number): Wallet;
}

/** `cl_…` → cl, `sp_…` → sp; an order's op is its bare hash. */
export function opPrefix(op: string): string {
  const end = op.indexOf('_');
  return end < 0 ? 'order' : op.slice(0, end);
}
