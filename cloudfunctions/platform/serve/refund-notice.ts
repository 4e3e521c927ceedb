import * as v from 'valibot';
import type { RefundNotice } from '../room';
import { refundStateOf } from '../wechat/refund-facts';

/** Only a refund's event has any of these; `reqInfo` is WeChat's encrypted form, which the cloud opens before it calls. */
const MARKS = ['outRefundNo', 'refundId', 'refundStatus', 'reqInfo'];

/** WeChat calls one function with payments and with refunds; the events tell by their fields alone. */
export function isRefundEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && MARKS.some((mark) => mark in event);
}

/** The event has more fields, amounts too; what counts is what the platform answers when asked. */
const refundEvent = v.object({
  returnCode: v.literal('SUCCESS'),
  outTradeNo: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** WeChat's alphabet and length for merchants' refund numbers. */
  outRefundNo: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_\-|*@]{1,64}$/)),
  refundStatus: v.optional(v.string()),
});

/** null where it names no refund of ours. An end that is not known is a notice all the same: it is asked for. */
export function readRefundNotice(event: unknown): RefundNotice | null {
  const parsed = v.safeParse(refundEvent, event);
  if (!parsed.success) return null;
  const { outTradeNo, outRefundNo, refundStatus = '' } = parsed.output;
  return { outTradeNo, outRefundNo, state: refundStateOf(refundStatus) ?? 'unknown' };
}
