import { hashOf } from '../../../kernel/ids';
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from '../../../kernel/period';
import type { PayoutData, RewardRule } from '../../../kernel/reward';
import type { TransferFacts } from '../../../kernel/transfer';
import { mayMove, type PayoutState, type PayoutTab, TAB_OF_PAYOUT } from './payout-states';

export interface PayoutStep {
  readonly atMs: EpochMs;
  readonly by: 'resident' | 'staff' | 'system';
  /** Staff's name. */
  readonly who: string | null;
}

/** The legal approval that it was confirmed under, frozen with it. */
export interface LegalGround {
  readonly approvalId: string;
  readonly approvedBy: string;
  readonly approvedAtMs: EpochMs;
  readonly reference: string;
}

/** One reward in money: `_id` is the reward's op, so that issuing it again finds it. */
export interface Payout {
  readonly _id: string;
  readonly residentId: string;
  readonly rule: RewardRule;
  readonly causeId: string;
  readonly fen: number;
  readonly at: EpochMs;
  readonly state: PayoutState;
  readonly tab: PayoutTab;
  /** Raised by every update: the condition of the next one. */
  readonly rev: number;
  readonly timeline: { readonly [state in PayoutState]?: PayoutStep };
  readonly ground: LegalGround | null;
  /** How often WeChat Pay ended it unpaid: the next asking has a number of its own. */
  readonly ended: number;
  /** Of the resident who asks for it, for as long as it is under way. */
  readonly openid: string | null;
  /** What `wx.requestMerchantTransfer` takes, while WeChat waits for the resident. */
  readonly packageInfo: string | null;
  /** WeChat's own number, for the shop's books. */
  readonly transferNumber: string | null;
  /** Why it failed, came back or was withheld: a code. */
  readonly why: string | null;
  /** When WeChat Pay is asked next; absent: nothing is under way. */
  readonly askAt?: EpochMs;
}

export function newPayout({ residentId, rule, causeId, benefit, atMs }: PayoutData, op: string): Payout {
  if (benefit.form !== 'payout') throw new Error(`${op} is no payout`);
  return {
    ...{ _id: op, residentId, rule, causeId, fen: benefit.fen, at: atMs },
    ...{ state: 'due', tab: TAB_OF_PAYOUT.due, rev: 0, timeline: { due: { atMs, by: 'system', who: null } } },
    ...{ ground: null, ended: 0, openid: null, packageInfo: null, transferNumber: null, why: null },
  };
}

/** Number at WeChat Pay, letters and digits alone: the same until that number is known to have ended unpaid. */
export const outBillNo = ({ _id, ended }: Pick<Payout, '_id' | 'ended'>): string => hashOf(_id, ended);

/** Throws where the table has no such arrow: every caller tests it before, in words. */
export function movedTo(payout: Payout, to: PayoutState, step: PayoutStep, change: Partial<Payout> = {}): Payout {
  if (!mayMove(payout.state, to)) throw new Error(`payout ${payout._id} does not go from ${payout.state} to ${to}`);
  const { askAt: _, ...bare } = payout;
  return {
    ...bare,
    ...change,
    state: to,
    tab: TAB_OF_PAYOUT[to],
    timeline: { ...payout.timeline, [to]: step },
  };
}

const SOONEST_MS = MINUTE_MS;
const LATEST_MS = 6 * HOUR_MS;

/** Asked again after as long as it has taken so far, at least a minute and at most 6 hours. */
export function askAgainAt({ timeline, at }: Payout, nowMs: EpochMs): EpochMs {
  const takenMs = nowMs - (timeline.sending?.atMs ?? at);
  return nowMs + Math.min(LATEST_MS, Math.max(SOONEST_MS, takenMs));
}

/** What became of it by what WeChat Pay says; the same payout where it says nothing new. */
export function afterFacts(payout: Payout, facts: TransferFacts, nowMs: EpochMs): Payout {
  const step: PayoutStep = { atMs: nowMs, by: 'system', who: null };
  const gone = { openid: null, packageInfo: null };
  switch (facts.state) {
    case 'succeeded':
      return movedTo(payout, 'paid', step, { ...gone, transferNumber: facts.transferNumber, why: null });
    case 'failed':
      return movedTo(payout, 'failed', step, { ...gone, ended: payout.ended + 1, why: facts.reason ?? 'FAIL' });
    case 'returned':
      return movedTo(payout, 'returned', step, { ...gone, ended: payout.ended + 1, why: facts.reason ?? 'CANCELLED' });
    case 'waiting': {
      const { packageInfo, transferNumber } = facts;
      const known = { packageInfo: packageInfo ?? payout.packageInfo, transferNumber };
      const waits = payout.state === 'waiting' ? { ...payout, ...known } : movedTo(payout, 'waiting', step, known);
      return { ...waits, askAt: askAgainAt(payout, nowMs) };
    }
    case 'processing':
    case 'unknown':
      return { ...payout, askAt: askAgainAt(payout, nowMs) };
  }
}

/** Longer under way than WeChat ever takes (24 hours of waiting, and its own days): a person looks at it. */
export const ALERT_AFTER_MS = 3 * DAY_MS;
