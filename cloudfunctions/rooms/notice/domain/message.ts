import type { MessageFacts, MessageKind } from '../../../kernel/messages';
import { DAY_MS, HOUR_MS, MINUTE_MS, minuteOfDay } from '../../../kernel/period';

/**
 * A message that a resident agreed to: one consent, one send. It waits for its cause (an order leaves) or for its moment (a
 * coupon ends tomorrow), and is sent at most once: what is not known to have gone out is lost, and never sent again.
 */
export interface Message {
  readonly _id: string;
  readonly residentId: string;
  /** WeChat sends to it; '' once the message has ended. */
  readonly openid: string;
  readonly kind: MessageKind;
  readonly about: string;
  /** Null until its cause has come. */
  readonly facts: MessageFacts[MessageKind] | null;
  readonly state: MessageState;
  readonly atMs: number;
  /** When the timer looks after it; absent: it has ended. */
  readonly nextAtMs?: number;
  /** The call that sends it: a lost answer of its own update is told from another's. */
  readonly sender: string | null;
}

/** lost: not known whether WeChat sent it. declined: the consent was used up or taken back. over: its cause never came. */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'declined' | 'failed' | 'lost' | 'over';

export const MESSAGE_STATES: { readonly [state in MessageState]: readonly MessageState[] } = {
  waiting: ['sending', 'over'],
  sending: ['sent', 'declined', 'failed', 'lost'],
  sent: [],
  declined: [],
  failed: [],
  lost: [],
  over: [],
};

/** Longer than any function lives (60 s): who has not said by then what became of it never will. */
export const SENDING_MS = 10 * MINUTE_MS;
/** An order is on its way within days, a refund within weeks. */
export const WAITING_MS = 60 * DAY_MS;
/** No page asks for so many; a program might. */
export const MOST_A_DAY = 50;

/** A day's events are thought of the evening before. */
const BEFORE_END_MS = { 'coupon-expiring': DAY_MS, 'prize-waiting': 2 * DAY_MS, 'event-soon': 14 * HOUR_MS } as const;

/** When to remind of something that ends, or begins: in time, and not at night; null: it ends too soon for that. */
export type ReminderKind = keyof typeof BEFORE_END_MS;

export function remindAtMs(kind: ReminderKind, untilMs: number, nowMs: number): number | null {
  const atMs = byDay(untilMs - BEFORE_END_MS[kind]);
  return atMs > nowMs ? atMs : null;
}

const FIRST_MINUTE = 9 * 60;
const LAST_MINUTE = 20 * 60;

/** The same moment, or 20:00 before it: nobody is woken by a coupon. */
function byDay(atMs: number): number {
  const minute = minuteOfDay(atMs);
  if (minute >= FIRST_MINUTE && minute <= LAST_MINUTE) return atMs;
  const startOfDayMs = atMs - minute * MINUTE_MS - (atMs % MINUTE_MS);
  return startOfDayMs + 20 * HOUR_MS - (minute < FIRST_MINUTE ? DAY_MS : 0);
}
