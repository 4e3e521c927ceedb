import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { type JournalEntry, refusalByJournal, type Wallet } from '../../../kernel/wallet';
import { claimCounter, refusalByWallet } from './eligibility';
import { issueCoupon } from './issue';
import type { CouponTemplate } from './template';
import { type CouponView, couponView } from './view';

/** One claim as it stands after its first wave. */
export interface ClaimAttempt {
  readonly op: string;
  /** Birth of the operation, from the request key. */
  readonly atMs: number;
  readonly nowMs: number;
  readonly inputHash: string;
  readonly source: string;
  readonly template: CouponTemplate;
  /** Cells that hold a unit or a reserve for this op. */
  readonly cells: readonly string[];
  /** Why it must not be given, as far as the world outside the wallet says. */
  readonly against: Refusal | null;
}

export interface ClaimReply {
  readonly coupon: CouponView;
}

/** What was answered, and which cells the decision keeps; null: nothing is decided, what was taken stays for the sweeper. */
export interface ClaimOutcome {
  readonly reply: Result<ClaimReply>;
  readonly kept: readonly string[] | null;
}

/** `write` with a refusal: the journal must say `void` before what was taken may be given back. */
export type ClaimDecision = { readonly write: Wallet; readonly value: ClaimOutcome } | { readonly keep: ClaimOutcome };

/** The wallet decides: its journal first, so that a repeated key gets its reply whatever has changed since. */
export function decideClaim(wallet: Wallet, attempt: ClaimAttempt): ClaimDecision {
  const known = wallet.journal[attempt.op];
  if (known) return { keep: { reply: replyOf(known, attempt.inputHash), kept: keptBy(known) } };
  if (attempt.atMs < wallet.horizon) return { keep: { reply: refuse('REQUEST_KEY_EXPIRED', {}), kept: null } };
  const refusal = attempt.against ?? refusalByWallet(attempt.template, wallet);
  if (!refusal) return granted(wallet, attempt);
  const value = { reply: refusal, kept: [] };
  return attempt.cells.length === 0 ? { keep: value } : { write: withVoid(wallet, attempt, refusal), value };
}

/** What the wallet answers before anything is taken: an earlier reply, or a refusal that needs no `void`; null: go on. */
export function answerUntaken(
  wallet: Wallet,
  { op, inputHash, template }: Pick<ClaimAttempt, 'op' | 'inputHash' | 'template'>,
): Result<ClaimReply> | null {
  const known = wallet.journal[op];
  return known ? replyOf(known, inputHash) : (refusalByJournal(wallet) ?? refusalByWallet(template, wallet));
}

const keptBy = (entry: JournalEntry): readonly string[] => (entry.s === 'done' ? (entry.cells ?? []) : []);

/** What an earlier run of the same key answered. */
export function replyOf(entry: JournalEntry, inputHash: string): Result<ClaimReply> {
  if (entry.inputHash !== undefined && entry.inputHash !== inputHash) return refuse('REQUEST_KEY_REUSED', {});
  // Voided by the sweeper: it never happened, and under this key it never will.
  return entry.reply === undefined ? refuse('REQUEST_KEY_EXPIRED', {}) : JSON.parse(entry.reply);
}

function granted(wallet: Wallet, attempt: ClaimAttempt): ClaimDecision {
  const { op, nowMs, template } = attempt;
  const counter = claimCounter(template._id);
  const issued = issueCoupon(wallet, template, { op, atMs: nowMs, source: attempt.source, cost: 'reserved' });
  const coupon = issued.coupons[op];
  if (!coupon) throw new Error(`coupon ${op} was issued and is not there`);
  const value: Result<ClaimReply> = { ok: true, data: { coupon: couponView(op, coupon, nowMs) } };
  const write: Wallet = {
    ...issued,
    counters: { ...issued.counters, [counter]: (issued.counters[counter] ?? 0) + 1 },
    journal: { ...issued.journal, [op]: entryOf(attempt, 'done', value) },
  };
  return { write, value: { reply: value, kept: attempt.cells } };
}

function withVoid(wallet: Wallet, attempt: ClaimAttempt, refusal: Refusal): Wallet {
  return { ...wallet, journal: { ...wallet.journal, [attempt.op]: entryOf(attempt, 'void', refusal) } };
}

function entryOf(attempt: ClaimAttempt, s: 'done' | 'void', reply: Result<ClaimReply>): JournalEntry {
  return {
    at: attempt.atMs,
    s,
    kind: 'coupon.claim',
    cause: attempt.template._id,
    cells: attempt.cells,
    inputHash: attempt.inputHash,
    reply: JSON.stringify(reply),
  };
}
