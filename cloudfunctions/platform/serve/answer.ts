import type { Caller } from '../caller';
import type { Context } from '../context';
import { runDueJobs } from '../timer/jobs';
import type { Assembly } from './assembly';
import { isRefundEvent, readRefundNotice } from './refund-notice';

/** What WeChat Pay takes as "received"; anything else is sent again for up to two days. */
export interface PaymentReply {
  readonly errcode: number;
  readonly errmsg: string;
}

const cameFrom = (caller: Caller, source: string): boolean =>
  caller.openid === null && caller.source.split(',').includes(source);

/**
 * By default every signed-in client may invoke every function: besides the function rules, a context that carries an
 * OPENID is a client's and is refused (compliance.md, Security).
 */
export async function answerPayment(
  assembly: Assembly,
  context: Context,
  caller: Caller,
  event: unknown,
): Promise<PaymentReply> {
  if (!cameFrom(caller, 'wx_paycallback')) return { errcode: 403, errmsg: 'FORBIDDEN' };
  try {
    if (isRefundEvent(event)) await hearRefund(assembly, context, event);
    else await assembly.payment?.(context, event);
    return { errcode: 0, errmsg: 'OK' };
  } catch (error) {
    context.log.error('payment-callback', { stack: error instanceof Error ? error.stack : String(error) });
    return { errcode: 500, errmsg: 'again' };
  }
}

/** What cannot be read is acknowledged: repeated for two days it reads no better. The timer asks after refunds itself. */
async function hearRefund(assembly: Assembly, context: Context, event: unknown): Promise<void> {
  const notice = readRefundNotice(event);
  if (notice) await assembly.refundNotice?.(context, notice);
  else context.log.error('refund-notice-not-read', { fields: Object.keys(event as object) });
}

export interface TimerReply {
  readonly ran: readonly string[];
}

/** Refuses what is not a trigger: an empty answer tells a curious client nothing. */
export async function answerTimer(assembly: Assembly, context: Context, caller: Caller): Promise<TimerReply> {
  if (!cameFrom(caller, 'wx_trigger')) return { ran: [] };
  return { ran: await runDueJobs(assembly, context) };
}
