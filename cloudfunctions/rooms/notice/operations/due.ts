import type { MessageFacts, MessageKind } from '../../../kernel/messages';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { Carrier } from '../../../platform/effects';
import { readWallet } from '../../../platform/holds/wallets';
import type { Message } from '../domain/message';
import { isReminder, reminderOf } from '../domain/reminder';
import { dueMessages, endMessage, findMessage } from '../store';
import { sendMessage } from './send';

/** What another room writes into the effect `notice.send`; its target is the message's id (kernel/messages.ts). */
export type SendData = { readonly facts: MessageFacts[MessageKind] };

/** Its cause has come: sent where the resident agreed to it, else nothing. */
export const carrySend: Carrier = async (context, { target, data }) => {
  const message = await findMessage(context.db, target);
  if (message?.state !== 'waiting') return 'done';
  const state = await sendMessage(context, message, (data as unknown as SendData).facts);
  return state === 'waiting' ? 'later' : 'done';
};

/** Every minute: reminders whose moment has come; messages whose sender died; those whose cause never came. */
export async function sendDue(context: Context): Promise<void> {
  await eachAtOnce(await dueMessages(context.db, context.nowMs), (message) => attend(context, message));
}

async function attend(context: Context, message: Message): Promise<unknown> {
  const { db, nowMs } = context;
  const { _id, kind, about, state, residentId } = message;
  if (state !== 'waiting') return endMessage(db, _id, 'sending', 'lost');
  if (!isReminder(kind)) return endMessage(db, _id, 'waiting', 'over');
  const facts = reminderOf(await readWallet(db, residentId), kind, about, nowMs);
  return facts ? sendMessage(context, message, facts) : endMessage(db, _id, 'waiting', 'over');
}
