import { ok, type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { Json } from '../../../../platform/db';
import { readWallet } from '../../../../platform/holds/wallets';
import { logStaffAction } from '../../../../platform/staff';
import type { StaffRefundCard } from '../../contract';
import type { Order, Refund, Step } from '../../document';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { changeRefunds, type RefundDecision } from './change';
import { refundCard } from './staff-cards';
import { openChancesOf } from './sums';

export interface Found {
  readonly order: Order;
  readonly refund: Refund;
  readonly step: Step;
  /** Chances of the order that nobody used yet. */
  readonly openChances: number;
}

export interface Deed {
  readonly operation: string;
  readonly orderId: string;
  readonly refundNumber: string;
  /** What staff says, for the log. */
  readonly says: { readonly [field: string]: Json };
}

/**
 * What staff does to one refund: read, decided, logged with before and after, written, carried out. The log comes first: a
 * function that dies between the two leaves a line too many, never one too few. REFUND_UNKNOWN: no such refund.
 */
export async function doToRefund(
  context: StaffContext,
  { operation, orderId, refundNumber, says }: Deed,
  decide: (found: Found) => RefundDecision,
): Promise<Result<StaffRefundCard>> {
  const order = await findOrder(context.db, orderId);
  if (!order?.refunds[refundNumber]) return refuse('REFUND_UNKNOWN', { field: 'refundNumber' });
  const openChances = openChancesOf(await readWallet(context.db, order.residentId), orderId);
  const step: Step = { atMs: context.nowMs, by: 'staff', who: context.staffName };
  const decideFor = (now: Order): RefundDecision => {
    const refund = now.refunds[refundNumber];
    return refund
      ? decide({ order: now, refund, step, openChances })
      : refuse('REFUND_UNKNOWN', { field: 'refundNumber' });
  };
  const first = decideFor(order);
  if ('write' in first) {
    const after = first.write.refunds?.[refundNumber]?.state ?? null;
    const before = { refundNumber, state: order.refunds[refundNumber].state };
    await logStaffAction(context, {
      operation,
      target: orderId,
      before,
      after: { ...says, refundNumber, state: after },
    });
  }
  const changed = await changeRefunds(context, order, decideFor);
  if (!changed.ok) return changed;
  const { order: now, wrote } = changed.data;
  const isOwing = wrote && now.effectsDueAt !== undefined && now.effectsDueAt <= context.nowMs;
  if (isOwing) await carryOutEffects(context, now);
  const shown = isOwing ? ((await findOrder(context.db, orderId)) ?? now) : now;
  return ok(refundCard(shown, refundNumber, context));
}
