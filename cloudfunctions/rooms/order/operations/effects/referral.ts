import { DAY_MS } from '../../../../kernel/period';
import { type FirstReceipt, REFERRAL_RECEIVED, REFERRAL_REFUNDED, type WholeRefund } from '../../../../kernel/referral';
import type { Json } from '../../../../platform/db';
import type { Order, Refund } from '../../document';
import { type Effects, effect } from './kinds';

/** The window in which a whole refund undoes the reward for inviting (rules.md section 2, last rule). */
const AFTER_SALES_MS = 7 * DAY_MS;

/** An order of a neighbour whom a card brought tells of its receipt: who invited is no affair of the order's. */
export function receiptTold(order: Order, nowMs: number): Effects {
  const { _id: orderId, referralId, number, residentId, at: placedAtMs, payableFen: paidFen, address } = order;
  if (referralId === undefined) return {};
  const { addressId: _, ...home } = address;
  const receipt: FirstReceipt = {
    orderId,
    number,
    residentId,
    placedAtMs,
    receivedAtMs: nowMs,
    paidFen,
    address: home,
  };
  const told = effect(REFERRAL_RECEIVED, referralId, `rfr_${orderId}`, nowMs, receipt as unknown as Json);
  return { referral: told };
}

/** Its last unit went back, asked for within 7 days of receipt. */
export function wholeRefundTold(order: Order, refund: Pick<Refund, 'atMs'>, nowMs: number): Effects {
  const { _id: orderId, referralId, timeline } = order;
  const receivedAtMs = timeline.received?.atMs;
  if (referralId === undefined || receivedAtMs === undefined) return {};
  if (refund.atMs - receivedAtMs >= AFTER_SALES_MS) return {};
  const data: WholeRefund = { orderId };
  return { referral_back: effect(REFERRAL_REFUNDED, referralId, `rfu_${orderId}`, nowMs, data as unknown as Json) };
}
