import type { RewardRule } from '../../../kernel/reward';
import type { LegalApproval } from './legal';
import type { Payout, PayoutStep } from './payout';
import { mayMove, type PayoutState, type PayoutTab } from './payout-states';

/** As the resident sees it. */
export interface MyPayout {
  readonly payoutId: string;
  readonly fen: number;
  readonly rule: RewardRule;
  readonly state: PayoutState;
  readonly atMs: number;
  readonly paidAtMs: number | null;
  /** It can be asked for, or is waiting for the resident's tap in WeChat. */
  readonly canReceive: boolean;
}

export interface PayoutCard {
  readonly payoutId: string;
  readonly fen: number;
  readonly rule: RewardRule;
  readonly causeId: string;
  /** Last 6 of the resident's id: enough to tell two apart, nobody's name. */
  readonly resident: string;
  readonly state: PayoutState;
  readonly atMs: number;
  readonly steps: readonly { readonly state: PayoutState; readonly step: PayoutStep }[];
  readonly why: string | null;
  readonly transferNumber: string | null;
  readonly reference: string | null;
  readonly canConfirm: boolean;
  readonly canWithhold: boolean;
}

export interface ApprovalView {
  readonly approvalId: string;
  readonly rule: RewardRule;
  readonly approvedBy: string;
  readonly approvedAtMs: number;
  readonly reference: string;
  readonly recordedBy: string;
  readonly endedAtMs: number | null;
}

export interface PayoutBounds {
  readonly mostFen: number;
  readonly residentDayFen: number;
  readonly dayFen: number;
  /** Approved today so far. */
  readonly todayFen: number;
}

export type PayoutCounts = { readonly [tab in Exclude<PayoutTab, 'done'>]: number };

export interface LetterCard {
  readonly letterId: string;
  /** What could not be done, and on which document. */
  readonly kind: string;
  readonly target: string;
  readonly collection: string;
  readonly deciderId: string;
  readonly why: string;
  readonly tries: number;
  readonly atMs: number;
  /** done: carried out after all. */
  readonly state: 'open' | 'done';
}

/** The resident may ask for the money, or go on where WeChat waits for the tap. */
export const isReceivable = ({ state }: Pick<Payout, 'state'>): boolean =>
  state === 'confirmed' || state === 'returned' || state === 'sending' || state === 'waiting';

export const myPayout = (payout: Payout): MyPayout => ({
  ...{ payoutId: payout._id, fen: payout.fen, rule: payout.rule, state: payout.state, atMs: payout.at },
  paidAtMs: payout.timeline.paid?.atMs ?? null,
  canReceive: isReceivable(payout),
});

const byTime = (a: { readonly step: PayoutStep }, b: { readonly step: PayoutStep }): number =>
  a.step.atMs - b.step.atMs;

export function payoutCard(payout: Payout): PayoutCard {
  const { fen, rule, causeId, state, at: atMs, why, transferNumber, ground } = payout;
  const steps = Object.entries(payout.timeline).map(([name, step]) => ({ state: name as PayoutState, step }));
  return {
    ...{ payoutId: payout._id, fen, rule, causeId, state, atMs, why, transferNumber },
    resident: payout.residentId.slice(-6),
    steps: steps.sort(byTime),
    reference: ground?.reference ?? null,
    canConfirm: mayMove(state, 'confirmed'),
    canWithhold: mayMove(state, 'withheld'),
  };
}

export const approvalView = ({ _id, atMs: _, ...approval }: LegalApproval): ApprovalView => ({
  ...approval,
  approvalId: _id,
});
