import type { Caller } from '../caller';
import type { Context } from '../context';
import { runDueJobs } from '../timer/jobs';
import type { Assembly } from './assembly';

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
    await assembly.payment?.(context, event);
    return { errcode: 0, errmsg: 'OK' };
  } catch (error) {
    context.log.error('payment-callback', { stack: error instanceof Error ? error.stack : String(error) });
    return { errcode: 500, errmsg: 'again' };
  }
}

export interface TimerReply {
  readonly ran: readonly string[];
}

/** Refuses what is not a trigger: an empty answer tells a curious client nothing. */
export async function answerTimer(assembly: Assembly, context: Context, caller: Caller): Promise<TimerReply> {
  if (!cameFrom(caller, 'wx_trigger')) return { ran: [] };
  return { ran: await runDueJobs(assembly, context) };
}
