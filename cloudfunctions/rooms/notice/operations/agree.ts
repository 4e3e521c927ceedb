import type { ParsedInputOf } from '../../../contract';
import { type MessageKind, messageId } from '../../../kernel/messages';
import { DAY_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import type { noticeContract } from '../contract';
import { type Message, MOST_A_DAY, remindAtMs, WAITING_MS } from '../domain/message';
import { isReminder, reminderOf } from '../domain/reminder';
import { countSince, insertMessage } from '../store';

type Input = ParsedInputOf<(typeof noticeContract)['notice.agree']>;

/**
 * Keeps what a resident said yes to in WeChat's dialog: a message each, found by its id however often it is told. A thing that
 * is not the resident's, or that ends too soon to be reminded of, is not kept. Two round trips. Refused: TOO_MANY_TRIES.
 */
export async function agree(
  context: ResidentContext,
  { messages }: Input,
): Promise<Result<{ readonly kept: readonly MessageKind[] }>> {
  const { db, residentId, nowMs } = context;
  const [wallet, today] = await Promise.all([
    messages.some(({ kind }) => isReminder(kind)) ? readWallet(db, residentId) : null,
    countSince(db, residentId, nowMs - DAY_MS),
  ]);
  if (today + messages.length > MOST_A_DAY) return refuse('TOO_MANY_TRIES', { untilMs: nowMs + DAY_MS });
  const due = messages.flatMap(({ kind, about }) => {
    const nextAtMs = nextAt(wallet, kind, about, nowMs);
    return nextAtMs === null ? [] : [{ kind, about, nextAtMs }];
  });
  await Promise.all(due.map((each) => insertMessage(db, waiting(context, each))));
  return ok({ kept: due.map(({ kind }) => kind) });
}

/** When the timer looks after it: at the moment to remind, or when its cause has not come for long. Null: not to be kept. */
function nextAt(wallet: Wallet | null, kind: MessageKind, about: string, nowMs: number): number | null {
  if (!isReminder(kind)) return nowMs + WAITING_MS;
  const reminder = wallet && reminderOf(wallet, kind, about, nowMs);
  return reminder ? remindAtMs(kind, reminder.untilMs, nowMs) : null;
}

function waiting(
  { residentId, openid, nowMs }: ResidentContext,
  { kind, about, nextAtMs }: Pick<Message, 'kind' | 'about'> & { readonly nextAtMs: number },
): Message {
  const _id = messageId(kind, residentId, about);
  return { _id, residentId, openid, kind, about, facts: null, state: 'waiting', atMs: nowMs, nextAtMs, sender: null };
}
