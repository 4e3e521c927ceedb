import type { Timers } from './locks';
import type { Warning } from './reader';

export interface StoreOptions {
  /** Directory of the data; absent: in memory, gone when closed. */
  dataDir?: string;
  /** Present instant in epoch ms: what `db.serverDate()` means. */
  clock: () => number;
  /** Ids of documents that come without one: 32 hex digits by default, as CloudBase's. */
  newId?: () => string;
  /** Real time for the 30 s of a transaction and for lock waits. */
  timers?: Timers;
  onWarning?: (warning: Warning) => void;
}

export interface FindOptions {
  order?: object;
  skip?: number;
  /** 100 when absent, 1,000 at most, as in CloudBase. */
  limit?: number;
  projection?: object;
}

export interface ModifyOptions {
  /** Every matching document instead of the first. */
  multi?: boolean;
  /** Make the document when there is none; the query must be exactly `{_id}`. */
  upsert?: boolean;
  /** true (default): `update` holds operators; false: it replaces the document. */
  merge?: boolean;
}
