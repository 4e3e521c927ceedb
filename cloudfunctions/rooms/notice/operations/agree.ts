import type { ParsedInputOf } from '../../../contract';
import { type MessageKind, messageId } from '../../../kernel/messages';
import { DAY_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { noticeContract } from '../contract';
import { type Message, MOST_A_DAY, remindAtMs, WAITING_MS } from '../domain/message';
import { isReminder } from '../domain/reminder';
import { countSince, insertMessage } from '../store';
import type { ReminderSources } from './sources';

type Input = ParsedInputOf<(typeof noticeContract)['notice.agree']>;

/**
 * Keeps what a resident said yes to in WeChat's dialog: a message each, found by its id however often it is told. A thing that
 * is not the resident's, or that comes too soon to be reminded of, is not kept. Two round trips. Refused: TOO_MANY_TRIES.
 */
export async function agree(
  sources: ReminderSources,
  context: ResidentContext,
  { messages }: Input,
): Promise<Result<{ readonly kept: readonly MessageKind[] }>> {
  const { db, residentId, nowMs } = context;
  const [today, ...times] = await Promise.all([
    countSince(db, residentId, nowMs - DAY_MS),
    ...messages.map((message) => nextAt(sources, context, message)),
  ]);
  if (today + messages.length > MOST_A_DAY) return refuse('TOO_MANY_TRIES', { untilMs: nowMs + DAY_MS });
  const due = messages.flatMap((message, index) => {
    const nextAtMs = times[index] ?? null;
    return nextAtMs === null ? [] : [{ ...message, nextAtMs }];
  });
  await Promise.all(due.map((each) => insertMessage(db, waiting(context, each))));
  return ok({ kept: due.map(({ kind }) => kind) });
}

/** When the timer looks after it: at the moment to remind, or when its cause has not come for long. Null: not to be kept. */
async function nextAt(
  sources: ReminderSources,
  context: ResidentContext,
  { kind, about }: Pick<Message, 'kind' | 'about'>,
): Promise<number | null> {
  const { residentId, nowMs } = context;
  if (!isReminder(kind)) return nowMs + WAITING_MS;
  const reminder = await sources[kind](context, residentId, about);
  return reminder && remindAtMs(kind, reminder.atMs, nowMs);
}

function waiting(
  { residentId, openid, nowMs }: ResidentContext,
  { kind, about, nextAtMs }: Pick<Message, 'kind' | 'about'> & { readonly nextAtMs: number },
): Message {
  const _id = messageId(kind, residentId, about);
  return { _id, residentId, openid, kind, about, facts: null, state: 'waiting', atMs: nowMs, nextAtMs, sender: null };
}
