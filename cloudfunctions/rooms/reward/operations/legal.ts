import type { ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { isDone, orUnknown } from '../../../platform/holds/answers';
import { logStaffAction } from '../../../platform/staff';
import type { ApprovalView, staffRewardContract } from '../contract';
import { approvalOf, CASH_RULES } from '../domain/legal';
import { approvalView } from '../domain/views';
import { endApproval as end, findApproval, insertApproval } from '../store';

type Contract = typeof staffRewardContract;

/** Who approved it, when, and where it can be read. Recording the same again finds it. */
export async function recordApproval(
  context: StaffContext,
  input: ParsedInputOf<Contract['reward.recordApproval']>,
): Promise<Result<ApprovalView>> {
  const { db, nowMs, staffName } = context;
  const { rule, approvedAtMs } = input;
  if (!CASH_RULES.includes(rule))
    return refuse('INVALID_INPUT', { field: 'rule', reason: 'this rule never brings money' });
  if (approvedAtMs > nowMs) return refuse('INVALID_INPUT', { field: 'approvedAtMs', reason: 'not in the future' });
  const approval = approvalOf(input, { atMs: nowMs, recordedBy: staffName });
  const { _id: target } = approval;
  await logStaffAction(context, { operation: 'reward.recordApproval', target, before: null, after: { ...input } });
  await orUnknown(insertApproval(db, approval));
  const stored = await findApproval(db, target);
  return stored ? ok(approvalView(stored)) : refuse('BUSY', {});
}

/** From now on no money is approved by it; what was confirmed under it stays confirmed. */
export async function endApproval(
  context: StaffContext,
  { approvalId }: ParsedInputOf<Contract['reward.endApproval']>,
): Promise<Result<ApprovalView>> {
  const { db, nowMs } = context;
  const approval = await findApproval(db, approvalId);
  if (!approval) return refuse('APPROVAL_UNKNOWN', {});
  if (approval.endedAtMs !== null) return ok(approvalView(approval));
  const before = { endedAtMs: null };
  const action = { operation: 'reward.endApproval', target: approvalId, before, after: { endedAtMs: nowMs } };
  await logStaffAction(context, action);
  await isDone(end(db, approvalId, nowMs));
  return ok(approvalView((await findApproval(db, approvalId)) ?? approval));
}
