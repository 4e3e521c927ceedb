import { hashOf } from '../../../kernel/ids';
import type { EpochMs } from '../../../kernel/period';
import { mayGive, REWARD_RULES, type RewardRule } from '../../../kernel/reward';

/**
 * Cash for inviting is a sensitive gain from sharing (compliance.md): it is paid only under an approval that a lawyer or the
 * shop's counsel gave, and that the owner recorded here: who, when, and where it can be read. Never changed; ended by a date.
 */
export interface LegalApproval {
  readonly _id: string;
  readonly rule: RewardRule;
  /** Who approved it. */
  readonly approvedBy: string;
  readonly approvedAtMs: EpochMs;
  /** Number or place of the paper. */
  readonly reference: string;
  /** When and by whom it was recorded. */
  readonly atMs: EpochMs;
  readonly recordedBy: string;
  /** Null: it stands. */
  readonly endedAtMs: EpochMs | null;
}

export type ApprovalDraft = Pick<LegalApproval, 'rule' | 'approvedBy' | 'approvedAtMs' | 'reference'>;

/** Recording the same paper again finds it. */
export const approvalOf = (
  draft: ApprovalDraft,
  recorded: Pick<LegalApproval, 'atMs' | 'recordedBy'>,
): LegalApproval => ({
  ...draft,
  ...recorded,
  _id: `la_${hashOf(draft.rule, draft.approvedBy, draft.approvedAtMs, draft.reference)}`,
  endedAtMs: null,
});

/** The newest that stands for this rule; null: none does, and no money is paid for it. */
export const standingFor = (all: readonly LegalApproval[], rule: RewardRule): LegalApproval | null =>
  all.find((approval) => approval.rule === rule && approval.endedAtMs === null) ?? null;

/** Rules that may bring money at all. */
export const CASH_RULES: readonly RewardRule[] = REWARD_RULES.filter((rule) => mayGive(rule, 'payout'));
