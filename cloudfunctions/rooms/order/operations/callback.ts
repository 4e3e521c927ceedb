import * as v from 'valibot';
import type { Context } from '../../../platform/context';
import type { PaymentFacts } from '../../../platform/ports';
import { raiseAlert } from '../../../platform/staff';
import { PayNoAnswer } from '../../../platform/wechat/pay';
import { verdictOf } from '../domain/states';
import { findOrder } from '../store';
import { carryOutEffects } from './effects/carry-out';
import { takePayment } from './paid';

/** WeChat's event has many fields; these are looked at. Numbers of orders are ours: 32 hex digits. */
const callbackEvent = v.object({
  returnCode: v.string(),
  resultCode: v.string(),
  outTradeNo: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  totalFee: v.pipe(v.number(), v.safeInteger()),
  /** Sent where the payer is known by the shop's own appid, which is always here; the asked facts have them by these names. */
  subOpenid: v.optional(v.string()),
  subMchId: v.optional(v.union([v.string(), v.number()])),
});

type CallbackEvent = v.InferOutput<typeof callbackEvent>;

/** What the event says that the platform does not say when it is asked, by name. */
function contradictions({ totalFee, subOpenid, subMchId }: CallbackEvent, facts: PaymentFacts): string[] {
  const isPaid = facts.state === 'paid' || facts.state === 'refunded';
  return [
    ...(isPaid ? [] : ['state']),
    ...(facts.totalFeeFen === totalFee ? [] : ['amount']),
    ...(subOpenid === undefined || subOpenid === facts.payerOpenid ? [] : ['payer']),
    ...(subMchId === undefined || String(subMchId) === facts.merchantId ? [] : ['merchant']),
  ];
}

/** The platform knows of no payment, or not yet: its answers may lag behind its own callback. */
const isUnheard = ({ state }: PaymentFacts): boolean => state === 'unpaid' || state === 'unknown';

/**
 * WeChat Pay says that something was paid. It may say so twice, late, before placing was answered, or falsely: what
 * counts is what the platform answers when asked, and the order. Resolves where WeChat shall not repeat it; throws where
 * nothing is known yet, so that it does. 2 round trips, 1 for a duplicate.
 */
export async function onPaymentCallback(context: Context, event: unknown): Promise<void> {
  const parsed = v.safeParse(callbackEvent, event);
  if (!parsed.success || parsed.output.returnCode !== 'SUCCESS' || parsed.output.resultCode !== 'SUCCESS') {
    context.log.error('callback-not-read', { ok: parsed.success });
    return;
  }
  const { outTradeNo, totalFee } = parsed.output;
  const [facts, order] = await Promise.all([context.pay.query(outTradeNo), findOrder(context.db, outTradeNo)]);
  if (!order) return void (await raiseAlert(context, 'PAYMENT_WITHOUT_ORDER', outTradeNo, { totalFee }));
  const wrong = contradictions(parsed.output, facts);
  if (wrong.length > 0) {
    await raiseAlert(context, 'PAYMENT_NOT_VOUCHED', outTradeNo, { wrong, says: totalFee, state: facts.state });
    // Of an open order the deadline asks again. Of a closed one nobody would, and its money has to go back.
    if (isUnheard(facts) && verdictOf(order.state) === 'release') throw new PayNoAnswer('queryOrder', facts.state);
    return;
  }
  const now = await takePayment(context, order, facts);
  // The holds of a paid order are settled by the timer, or when its page is opened: WeChat waits for this answer alone.
  if (now.state === 'closed' || now.state === 'aborted') await carryOutEffects(context, now);
}
