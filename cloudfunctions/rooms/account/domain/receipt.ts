import { REQUEST_KEY_MAX_AGE_MS } from '../../../kernel/ids';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/result';

/**
 * Replies of recent changes, kept in the document that they changed: the same request key gives the same reply, byte
 * for byte, and with other input is refused (compliance.md, Idempotency).
 */
export type ReceiptBook = {
  /** Keys born before this are no longer known, hence refused. */
  readonly horizonMs: number;
  readonly kept: { readonly [keyHash: string]: Receipt };
};

export type Receipt = { readonly at: number; readonly inputHash: string; readonly reply: string };

/** Keeps the document small; a resident who saves more often loses only old retries, never exactly-once. */
const MOST_RECEIPTS = 20;

export interface Keyed {
  readonly keyHash: string;
  readonly at: number;
  readonly inputHash: string;
}

/** The stored reply; undefined: the key is new; refused: reused with other input, or older than what is remembered. */
export function findReceipt(book: ReceiptBook, keyed: Keyed): Result<string | undefined> {
  const receipt = book.kept[keyed.keyHash];
  if (receipt) return receipt.inputHash === keyed.inputHash ? ok(receipt.reply) : refuse('REQUEST_KEY_REUSED', {});
  return keyed.at < book.horizonMs ? expired() : ok(undefined);
}

function expired(): Refusal {
  return refuse('REQUEST_KEY_EXPIRED', {});
}

/** Adds one reply and forgets those over 24 h, or beyond the newest 20, raising the horizon over what is forgotten. */
export function withReceipt(book: ReceiptBook, keyed: Keyed, reply: string, nowMs: number): ReceiptBook {
  const all: [string, Receipt][] = [
    ...Object.entries(book.kept),
    [keyed.keyHash, { at: keyed.at, inputHash: keyed.inputHash, reply }],
  ];
  all.sort(([, a], [, b]) => b.at - a.at);
  const kept = all.filter(([, { at }], index) => index < MOST_RECEIPTS && at >= nowMs - REQUEST_KEY_MAX_AGE_MS);
  const dropped = all.filter((entry) => !kept.includes(entry));
  const horizonMs = Math.max(book.horizonMs, ...dropped.map(([, { at }]) => at + 1));
  return { horizonMs, kept: Object.fromEntries(kept) };
}

/** Forgets replies that show what the resident has removed; their keys are expired, so nothing comes back by a retry. */
export function withoutReplies(book: ReceiptBook, shows: (reply: string) => boolean): ReceiptBook {
  const all = Object.entries(book.kept);
  const dropped = all.filter(([, { reply }]) => shows(reply));
  const horizonMs = Math.max(book.horizonMs, ...dropped.map(([, { at }]) => at + 1));
  return { horizonMs, kept: Object.fromEntries(all.filter((entry) => !dropped.includes(entry))) };
}
