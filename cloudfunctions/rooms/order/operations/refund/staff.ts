import type { ParsedInputOf } from '../../../../contract';
import { type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { StaffRefundCard, staffOrderContract } from '../../contract';
import type { RefundState } from '../../domain/refund-states';
import { owe } from '../effects/returns';
import type { RefundDecision } from './change';
import { dropped } from './drop';
import { canMove, moved, payable } from './records';
import { doToRefund, type Found } from './staff-deed';

type Contract = typeof staffOrderContract;
type Card = Promise<Result<StaffRefundCard>>;

const LEADS_TO = { approve: 'due', 'approve-goods-first': 'goods-to-come', decline: 'declined' } as const;

/** Support decides: the money goes back now, or once the goods are here, or not, with words. Repeating it is no error. */
export function decideRefund(context: StaffContext, input: ParsedInputOf<Contract['order.decideRefund']>): Card {
  const { orderId, refundNumber, decision, answer } = input;
  if (decision === 'decline' && !answer)
    return Promise.resolve(refuse('INVALID_INPUT', { field: 'answer', reason: 'words for the resident' }));
  const deed = { operation: 'order.decideRefund', orderId, refundNumber };
  return doToRefund(context, { ...deed, says: { decision, answer: answer ?? null } }, (found) => {
    const to = LEADS_TO[decision];
    if (wasDone(found, to)) return { keep: true };
    if (decision === 'decline')
      return dropped(found.order, refundNumber, { to: 'declined', step: found.step, answer: answer ?? '' });
    // Goods that are to come back are waited for: `order.goodsBack` says that they are here.
    if (found.refund.state !== 'asked') return refuse('REFUND_STATE', { state: found.refund.state });
    return to === 'due'
      ? due(found, refundNumber, { restock: false, answer })
      : goodsFirst(found, refundNumber, answer);
  });
}

/** The goods are back, so the money goes back; `restock`: they go on their shelf again. */
export function goodsBack(context: StaffContext, input: ParsedInputOf<Contract['order.goodsBack']>): Card {
  const { orderId, refundNumber, restock } = input;
  return doToRefund(context, { operation: 'order.goodsBack', orderId, refundNumber, says: { restock } }, (found) => {
    const { refund } = found;
    if (refund.timeline['goods-to-come'] && refund.timeline.due) return { keep: true };
    if (refund.state !== 'goods-to-come') return refuse('REFUND_STATE', { state: refund.state });
    return due(found, refundNumber, { restock });
  });
}

/** Staff brought it there before. */
const wasDone = ({ refund }: Found, to: RefundState): boolean => refund.timeline[to]?.by === 'staff';

function goodsFirst({ refund, step }: Found, refundNumber: string, answer: string | undefined): RefundDecision {
  const after = { ...moved(refund, 'goods-to-come', step), answer: answer ?? refund.answer };
  return { write: { refunds: { [refundNumber]: after } } };
}

interface Becoming {
  readonly restock: boolean;
  readonly answer?: string | undefined;
}

/** The one update that makes it owed, with all that follows. */
function due(found: Found, refundNumber: string, { restock, answer }: Becoming): RefundDecision {
  const { order, refund, step, openChances } = found;
  if (!canMove(refund, 'due')) return refuse('REFUND_STATE', { state: refund.state });
  const owing = { nowMs: step.atMs, byShop: false, restock, openChances };
  const approved = {
    ...payable(order, refundNumber, moved(refund, 'due', step), step),
    answer: answer ?? refund.answer,
  };
  const { refund: owed, effects } = owe(order, refundNumber, approved, owing);
  return { write: { refunds: { [refundNumber]: { ...owed, ...(restock ? { restocked: true } : {}) } }, effects } };
}
