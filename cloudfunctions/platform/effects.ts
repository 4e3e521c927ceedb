import type { Quantities } from '../kernel/cell';
import type { PointsChange, Wallet } from '../kernel/wallet';
import type { Context } from './context';
import type { Json } from './db';

/**
 * A reaction that is due, written by the update that causes it (protocol-of-holds.md, Effects).
 * One effect changes one document and has its own birth.
 */
export interface Effect {
  readonly kind: string;
  /** The one document that it changes: a resident id, a cell id, or a payment's number. */
  readonly target: string;
  /** How the target knows that it was done; `[a-z0-9_]+`. */
  readonly op: string;
  readonly at: number;
  readonly done: boolean;
  readonly data: Json;
  /** Runs of the outbox that it failed in; absent: none. */
  readonly tries?: number;
  /** Not carried out before this, once it failed. */
  readonly againAt?: number;
}

export interface EffectFacts {
  /** `_id` of the document that caused it. */
  readonly causeId: string;
  readonly residentId: string;
  readonly op: string;
  readonly nowMs: number;
}

/**
 * Units that a change of the wallet sets free, by cell: given back under the effect's op once the wallet is written, and the
 * effect is not done before. Prize cells alone: they are never pruned, so no birth is too old for them.
 */
export type CellReturns = { readonly [cellId: string]: Quantities };

/** The changed wallet, and what the points history shall say of it. The journal entry is written by the outbox. */
export type WalletEffectOutcome = {
  readonly wallet: Wallet;
  readonly cause?: string;
  readonly returns?: CellReturns;
} & (
  | PointsChange
  /** The effect's own kind, which moves no points. */
  | { readonly kind?: undefined; readonly points?: undefined }
);

/** Pure, and total: an effect was promised, so it cannot refuse. */
export type WalletEffect = (wallet: Wallet, data: Json, facts: EffectFacts) => WalletEffectOutcome;

/** `Data` is what the causing room wrote into the effect: a shape both rooms agree on. */
export function walletEffect<Data>(
  change: (wallet: Wallet, data: Data, facts: EffectFacts) => WalletEffectOutcome,
): WalletEffect {
  return change as unknown as WalletEffect;
}

export type EffectTable = { readonly [kind: string]: WalletEffect };

/** What the outbox did with an effect. `redate`: its birth lies below the target's horizon and it was never applied. */
export type Carried = 'done' | 'redate' | 'later';

/**
 * Carries out an effect whose target is no wallet: a document of the room that owns the kind. Any number of times at once, in any
 * order: the target knows the op, or its `_id` is made from it. Throws where asking again is right.
 */
export type Carrier = (context: Context, effect: Effect, facts: EffectFacts) => Promise<Carried>;

export type CarrierTable = { readonly [kind: string]: Carrier };
