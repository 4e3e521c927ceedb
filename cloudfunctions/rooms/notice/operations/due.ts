import type { MessageFacts, MessageKind } from '../../../kernel/messages';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { Carrier } from '../../../platform/effects';
import type { Message } from '../domain/message';
import { isReminder } from '../domain/reminder';
import { dueMessages, endMessage, findMessage } from '../store';
import { sendMessage } from './send';
import type { ReminderSources } from './sources';

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
export async function sendDue(sources: ReminderSources, context: Context): Promise<void> {
  const due = await dueMessages(context.db, context.nowMs);
  await eachAtOnce(due, (message) => attend(sources, context, message));
}

async function attend(sources: ReminderSources, context: Context, message: Message): Promise<unknown> {
  const { db } = context;
  const { _id, kind, about, state, residentId } = message;
  if (state !== 'waiting') return endMessage(db, _id, 'sending', 'lost');
  if (!isReminder(kind)) return endMessage(db, _id, 'waiting', 'over');
  const reminder = await sources[kind](context, residentId, about);
  return reminder ? sendMessage(context, message, reminder.facts) : endMessage(db, _id, 'waiting', 'over');
}
