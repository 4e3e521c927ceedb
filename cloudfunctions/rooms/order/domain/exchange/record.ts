import type { Quantities } from '../../../../kernel/cell';
import type { ExchangeReason, ExchangeState } from '../exchange-states';
import type { Step, Units } from '../refund/record';

/** What cells gave for an exchange. */
export interface FreshUnits {
  /** Of their marks, with their birth. */
  readonly op: string;
  readonly atMs: number;
  readonly cells: readonly { readonly cellId: string; readonly q: Quantities }[];
}

/** On the shelf again, spoiled, or left with the resident. */
export type BadUnits = 'shelf' | 'spoiled' | 'kept';

export interface Exchange {
  readonly state: ExchangeState;
  /** When it was asked for. */
  readonly atMs: number;
  /** By quote line: so many bad ones, for so many fresh ones of the same SKU. */
  readonly units: Units;
  readonly reason: ExchangeReason;
  readonly note: string;
  readonly pictures: readonly string[];
  /** Support's words for the resident. */
  readonly answer: string | null;
  /** The last time of each. */
  readonly timeline: { readonly [state in ExchangeState]?: Step };
  /** Hash of the request key that asked for it, with that of its input. */
  readonly asked: { readonly key: string; readonly inputHash: string };
  /** Times that support agreed: each takes under an op of its own. */
  readonly agreedTimes: number;
  /** Absent: none were taken. */
  readonly fresh?: FreshUnits;
  /** It ended without a hand-over: its fresh units are on the shelf again, or are spoiled. Absent: they are with it, or with the resident. */
  readonly freshBack?: boolean;
  /** What became of the bad units. Absent: not known, or there are none. */
  readonly bad?: BadUnits;
  /** Money instead: the refund of its units. */
  readonly refundNumber?: string;
}

export type Exchanges = { readonly [exchangeNumber: string]: Exchange };

/** Orders of before exchanges have none. */
export const exchangesOf = ({ exchanges }: { readonly exchanges?: Exchanges }): Exchanges => exchanges ?? {};
