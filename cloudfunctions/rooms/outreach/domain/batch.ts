import { hashOf } from '../../../kernel/ids';

/** What a flyer is printed as: nine cards, four flyers or one poster on a sheet of A4. */
export const FORMATS = ['card', 'flyer', 'poster'] as const;
export type Format = (typeof FORMATS)[number];

/** One run of a printer; a larger one is several batches. */
export const MOST_FLYERS = 2_000;

/** What every flyer of a batch carries. */
export interface BatchFacts {
  readonly title: string;
  /** Flyers are numbered 1 to size. */
  readonly size: number;
  readonly format: Format;
  readonly estateId: string;
  readonly estateName: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  /** The flyer's own coupon. */
  readonly templateId: string;
  readonly templateTitle: string;
  /** Who takes them out; null: whoever puts one up. */
  readonly promoterId: string | null;
  readonly promoterName: string | null;
  readonly expiresAtMs: number;
}

/**
 * A printing run (传单批次). Its flyers are in no database until they are put up: their codes come from the batch's id and
 * their number, so a batch is made by one write, and made again it is the same flyers.
 */
export type Batch = BatchFacts & {
  /** `b_` and 12 hex digits, which its codes begin with. */
  readonly _id: string;
  readonly rev: number;
  readonly madeAtMs: number;
  /** Sorts by when it was made, and no two alike. */
  readonly listKey: string;
  readonly madeBy: string;
  /** Of the call that made it: the same key with other facts is refused. */
  readonly inputHash: string;
  readonly state: 'open' | 'retired';
};

const SET_DIGITS = 12;

/** From what caused it, so that doing it again finds it. */
export const batchIdOf = (...cause: readonly string[]): string => `b_${hashOf('batch', ...cause).slice(0, SET_DIGITS)}`;
export const linkIdOf = (...cause: readonly string[]): string => `l_${hashOf('link', ...cause).slice(0, SET_DIGITS)}`;

/** The set that codes of a batch or a link name. */
export const setOf = (id: string): string => id.slice(2);
export const batchOfSet = (set: string): string => `b_${set}`;
export const linkOfSet = (set: string): string => `l_${set}`;

export const listKeyOf = (id: string, madeAtMs: number): string => `${String(madeAtMs).padStart(13, '0')}~${id}`;
