import type { MessageFacts, MessageKind } from '../../../kernel/messages';
import { isWaiting } from '../../../kernel/prizes';
import type { Wallet } from '../../../kernel/wallet';
import type { ReminderKind } from './message';

const REMINDERS: readonly MessageKind[] = ['coupon-expiring', 'prize-waiting', 'event-soon'];

/** Kinds that remind of something at its time; the others wait for a cause. */
export const isReminder = (kind: MessageKind): kind is ReminderKind => REMINDERS.includes(kind);

export interface Reminder<K extends ReminderKind = ReminderKind> {
  readonly facts: MessageFacts[K];
  /** When it ends, or begins. */
  readonly atMs: number;
}

/** A coupon that can still be used; null: it is used, gone or over. */
export function couponReminder(
  { coupons }: Wallet,
  couponId: string,
  nowMs: number,
): Reminder<'coupon-expiring'> | null {
  const coupon = coupons[couponId];
  const usable = coupon?.status.state === 'usable' || coupon?.status.state === 'returned';
  if (!coupon || !usable || nowMs >= coupon.validUntilMs) return null;
  return { facts: { title: coupon.title, untilMs: coupon.validUntilMs }, atMs: coupon.validUntilMs };
}

/** A prize that still waits for its winner; null: it is had, on its way with an order, revoked or over. */
export function prizeReminder({ prizes }: Wallet, prizeId: string, nowMs: number): Reminder<'prize-waiting'> | null {
  const prize = prizes[prizeId];
  if (!prize || !isWaiting(prize) || nowMs >= prize.claimUntilMs) return null;
  return { facts: { title: prize.title, untilMs: prize.claimUntilMs }, atMs: prize.claimUntilMs };
}
