import type { OutputOf, ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { orderContract } from '../contract';
import type { Order } from '../document';
import { isPast } from '../domain/states';
import { ownOrder } from './own-order';
import { takePayment } from './paid';

type Contract = (typeof orderContract)['order.pay'];
type PayReply = OutputOf<Contract>;

const BODY = '邻礼订单';

/**
 * Parameters for the phone's payment sheet, or "paid" where it was paid already. The payment is created only after the
 * order was placed, and expires with it. Safe to repeat: the platform knows the number.
 */
export async function pay(context: ResidentContext, { orderId }: ParsedInputOf<Contract>): Promise<Result<PayReply>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const order = own.data;
  if (isPast(order.state, 'paid')) return ok({ state: 'paid' });
  if (order.state !== 'placed' || context.nowMs >= order.deadlineAt) return refuse('ORDER_CLOSED', { orderId });
  const payment = await context.pay.unifiedOrder({
    outTradeNo: order._id,
    totalFeeFen: order.payableFen,
    body: BODY,
    openid: context.openid,
    timeExpireMs: order.deadlineAt,
  });
  if (!('refused' in payment)) return ok({ state: 'to-pay', payment });
  if (payment.refused === 'PAID') return confirm(context, order);
  if (payment.refused === 'CLOSED') return refuse('ORDER_CLOSED', { orderId });
  context.log.error('payment-refused', { orderId, why: payment.message });
  return refuse('PAYMENT_REFUSED', { orderId });
}

/** The platform has the money and its callback has not come yet: ask, and take it now. */
async function confirm(context: ResidentContext, order: Order): Promise<Result<PayReply>> {
  const facts = await context.pay.query(order._id);
  if (facts.state !== 'paid') return refuse('ORDER_CLOSED', { orderId: order._id });
  const now = await takePayment(context, order, facts);
  return isPast(now.state, 'paid') ? ok({ state: 'paid' }) : refuse('ORDER_CLOSED', { orderId: order._id });
}
