import { type MessageFacts, type MessageKind, messageOf } from '../../../kernel/messages';
import type { Context } from '../../../platform/context';
import { type Json, set } from '../../../platform/db';
import { type Message, type MessageState, SENDING_MS } from '../domain/message';
import { endMessage, moveMessage, readMessage } from '../store';

/**
 * waiting → sending → what became of it; the state that it is in as far as this call knows. Two that send at once: one has the
 * update, the other leaves. WeChat is asked after it, so one that dies in between loses its message, and never sends it twice.
 */
export async function sendMessage(
  context: Context,
  message: Message,
  facts: MessageFacts[MessageKind],
): Promise<MessageState> {
  const begun = await begin(context, message, facts);
  if (begun !== 'mine') return begun;
  const outcome = await ask(context, message, facts);
  await endMessage(context.db, message._id, 'sending', outcome);
  return outcome;
}

async function begin(
  context: Context,
  { _id }: Message,
  facts: MessageFacts[MessageKind],
): Promise<'mine' | MessageState> {
  const { db, nowMs, traceId: sender } = context;
  const change = { state: 'sending', sender, facts: set(facts as unknown as Json), nextAtMs: nowMs + SENDING_MS };
  if (await moveMessage(db, _id, 'waiting', change)) return 'mine';
  // 0 updated, or an answer that was lost: then this call's own name stands there.
  const now = await readMessage(db, _id);
  return now.state === 'sending' && now.sender === sender ? 'mine' : now.state;
}

async function ask(
  { wechat, log }: Context,
  { openid, kind, about }: Message,
  facts: MessageFacts[MessageKind],
): Promise<MessageState> {
  try {
    const answer = await wechat.sendSubscribeMessage({ openid, ...messageOf(kind, about, facts as never) });
    if (answer === 'sent') return 'sent';
    if (answer === 'no-consent') return 'declined';
    log.error('message-refused', { kind, code: answer.refused });
    return 'failed';
  } catch (error) {
    log.error('message-lost', { kind, why: String(error) });
    return 'lost';
  }
}
