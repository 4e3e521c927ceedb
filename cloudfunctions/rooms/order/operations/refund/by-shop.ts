import type { ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { Call } from '../../../../platform/room';
import { logStaffAction } from '../../../../platform/staff';
import type { StaffOrderCard, staffOrderContract } from '../../contract';
import type { Order } from '../../document';
import { draftOf } from '../../domain/refund/draft';
import { causeIn } from '../../domain/refund/way';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { staffCard } from '../staff-card';
import { writeOf } from './ask';
import { changeRefunds, type RefundDecision } from './change';
import { foundBy, newRefund } from './records';

type Input = ParsedInputOf<(typeof staffOrderContract)['order.cancelLinesByShop']>;

const NOTE = '店铺缺货';

/**
 * Goods that cannot be packed: their share goes back at once; the last of them cancels the order, as the shop does it.
 * Their shelf said that they are there, so they are not put on it again, unless staff says so.
 */
export async function cancelLinesByShop(
  context: StaffContext,
  input: Input,
  call: Call,
): Promise<Result<StaffOrderCard>> {
  const order = await findOrder(context.db, input.orderId);
  if (!order || order.tab === 'none') return refuse('ORDER_UNKNOWN', { field: 'orderId' });
  const decide = (now: Order) => cancelling(context, now, input, call);
  if ('write' in decide(order)) await logCancelling(context, input);
  const changed = await changeRefunds(context, order, decide);
  if (!changed.ok) return changed;
  const { order: now, wrote } = changed.data;
  if (wrote) await carryOutEffects(context, now);
  const shown = wrote ? ((await findOrder(context.db, now._id)) ?? now) : now;
  return ok(staffCard(shown, context.roles));
}

function cancelling(
  context: StaffContext,
  order: Order,
  { lines, answer, restock }: Input,
  call: Call,
): RefundDecision {
  const asked = { key: hashOf(context.staffId, call.requestKey), inputHash: call.inputHash };
  const [, known] = foundBy(order, asked.key) ?? [];
  if (known) return known.asked?.inputHash === asked.inputHash ? { keep: true } : refuse('REQUEST_KEY_REUSED');
  if (causeIn(order.state) !== 'lines') return refuse('ORDER_STATE', { field: 'orderId', state: order.state });
  const draft = draftOf(order, { lines, reason: null }, context.nowMs);
  if (!draft.ok) return draft;
  const step = { atMs: context.nowMs, by: 'staff', who: context.staffName } as const;
  const refund = {
    ...newRefund({ ...draft.data, note: NOTE, answer: answer ?? null, asked }, 'due', step),
    restocked: restock,
  };
  return { write: writeOf(order, refund, { step, byShop: true, openChances: 0 }) };
}

const logCancelling = (context: StaffContext, { orderId, lines, answer, restock }: Input): Promise<void> =>
  logStaffAction(context, {
    operation: 'order.cancelLinesByShop',
    target: orderId,
    before: null,
    after: { lines, answer: answer ?? null, restock },
  });
