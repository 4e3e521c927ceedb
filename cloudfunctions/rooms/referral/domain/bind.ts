import type { WalletReferral } from '../../../kernel/referral';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { type JournalEntry, PAID_ORDERS, refusalByJournal, type Wallet } from '../../../kernel/wallet';
import type { BindRefusal } from './refusals';

/** held: staff look at it first, the resident need not do anything. */
export interface BoundView {
  readonly state: 'bound' | 'held';
  readonly referralId: string;
  readonly untilMs: number;
}

/** One binding as it stands when the wallet is asked. */
export interface BindAttempt {
  readonly op: string;
  /** Birth of the operation, from the request key. */
  readonly atMs: number;
  readonly nowMs: number;
  readonly inputHash: string;
  readonly binding: Omit<WalletReferral, 'state'>;
  /** Cells that hold units for this op. */
  readonly cells: readonly string[];
  /** Why it must not be, as far as the world outside the wallet says. */
  readonly against: Refusal | null;
}

/** What was answered, and which cells the decision keeps; null: nothing is decided, what was taken stays for the sweeper. */
export interface BindOutcome {
  readonly reply: Result<BoundView>;
  readonly kept: readonly string[] | null;
  /** The binding that is this wallet's now, where it is this card's. */
  readonly bound: WalletReferral | null;
}

export type BindDecision = { readonly write: Wallet; readonly value: BindOutcome } | { readonly keep: BindOutcome };

/** The binding that stands now; a refused one binds nobody, one whose 30 days are over neither. */
export function standing({ referral }: Wallet, nowMs: number): WalletReferral | null {
  if (!referral || referral.state === 'refused') return null;
  return referral.state === 'rewarded' || nowMs < referral.untilMs ? referral : null;
}

/** Why this wallet cannot be bound by this card now; null: it can, or it is bound by this very card. */
export function refusalByWallet(wallet: Wallet, cardId: string, nowMs: number): BindRefusal | null {
  const bound = standing(wallet, nowMs);
  if (bound?.cardId === cardId && bound.state === 'bound') return null;
  if (wallet.firstOrder.state === 'used' || (wallet.counters[PAID_ORDERS] ?? 0) > 0) return 'REFERRAL_NOT_NEW';
  if (bound) return 'REFERRAL_BOUND_BEFORE';
  if (wallet.referral?.state === 'refused' && wallet.referral.cardId === cardId) return 'REFERRAL_NOT_PASSED';
  const hasOrder = wallet.firstOrder.state === 'held' || Object.keys(wallet.holds).length > 0;
  return hasOrder ? 'REFERRAL_HAS_ORDER' : null;
}

/** The wallet decides: its journal first, so that a repeated key gets its reply whatever has changed since. */
export function decideBind(wallet: Wallet, attempt: BindAttempt): BindDecision {
  const { op, atMs, nowMs, inputHash, binding, against } = attempt;
  const known = wallet.journal[op];
  if (known) return { keep: { reply: replyOf(known, inputHash), kept: keptBy(known), bound: boundBy(wallet, op) } };
  if (atMs < wallet.horizon) return { keep: { reply: refuse('REQUEST_KEY_EXPIRED', {}), kept: null, bound: null } };
  const before = standing(wallet, nowMs);
  const isBoundHere = before?.cardId === binding.cardId && before.state === 'bound';
  if (before && isBoundHere) return refused(wallet, attempt, { ok: true, data: boundView(before) });
  const byWallet = refusalByWallet(wallet, binding.cardId, nowMs);
  const refusal = refusalByJournal(wallet) ?? (byWallet ? refuse(byWallet, {}) : against);
  return refusal ? refused(wallet, attempt, refusal) : granted(wallet, attempt);
}

/** What an earlier run of the same key answered. */
export function replyOf(entry: JournalEntry, inputHash: string): Result<BoundView> {
  if (entry.inputHash !== undefined && entry.inputHash !== inputHash) return refuse('REQUEST_KEY_REUSED', {});
  // Voided by the sweeper: it never happened, and under this key it never will.
  return entry.reply === undefined ? refuse('REQUEST_KEY_EXPIRED', {}) : JSON.parse(entry.reply);
}

const keptBy = (entry: JournalEntry): readonly string[] => (entry.s === 'done' ? (entry.cells ?? []) : []);

const boundBy = ({ referral }: Wallet, op: string): WalletReferral | null =>
  referral?.referralId === op ? referral : null;

export const boundView = ({ referralId, untilMs, doubts }: Omit<WalletReferral, 'state'>): BoundView => ({
  ...{ state: doubts.length > 0 ? 'held' : 'bound', referralId, untilMs },
});

function granted(wallet: Wallet, attempt: BindAttempt): BindDecision {
  const { op, binding, cells } = attempt;
  const reply: Result<BoundView> = { ok: true, data: boundView(binding) };
  const referral: WalletReferral = { ...binding, state: 'bound' };
  const journal = { ...wallet.journal, [op]: entryOf(attempt, 'done', reply) };
  return { write: { ...wallet, referral, journal }, value: { reply, kept: cells, bound: referral } };
}

/** Where something was taken the journal says `void` before it may be given back. */
function refused(wallet: Wallet, attempt: BindAttempt, reply: Result<BoundView>): BindDecision {
  const value: BindOutcome = { reply, kept: [], bound: null };
  if (attempt.cells.length === 0) return { keep: value };
  const journal = { ...wallet.journal, [attempt.op]: entryOf(attempt, 'void', reply) };
  return { write: { ...wallet, journal }, value };
}

function entryOf(attempt: BindAttempt, s: 'done' | 'void', reply: Result<BoundView>): JournalEntry {
  const { atMs: at, binding, cells, inputHash } = attempt;
  return { at, s, kind: 'referral.bind', cause: binding.cardId, cells, inputHash, reply: JSON.stringify(reply) };
}
