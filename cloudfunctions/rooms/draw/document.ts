import type { Effect } from '../../platform/effects';
import type { ReturnedUnits } from './domain/settlement';

/**
 * What goes back to the campaign's budget when a draw is over: the decider of the units that it takes off the prize cells, and
 * of the money that it gives back for them. Units that come back later (prizes that nobody fetched) follow in rounds of their own.
 */
export type Settlement = {
  /** `settlement_<draw id>` */
  readonly _id: string;
  readonly drawId: string;
  /** Raised by every round that is added. */
  readonly rev: number;
  readonly returns: { readonly [op: string]: ReturnedUnits };
  readonly effects: { readonly [op: string]: Effect };
  readonly effectsDueAt?: number;
  /** When nothing of it was on its way any more, for the first time; null: something is. */
  readonly settledAtMs: number | null;
};
