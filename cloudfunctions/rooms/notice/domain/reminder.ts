import type { MessageFacts, MessageKind } from '../../../kernel/messages';
import type { Wallet } from '../../../kernel/wallet';

/** Kinds that remind of something in the wallet that ends; the others wait for a cause. */
export type ReminderKind = 'coupon-expiring' | 'prize-waiting';

export const isReminder = (kind: MessageKind): kind is ReminderKind =>
  kind === 'coupon-expiring' || kind === 'prize-waiting';

/** What is still to be reminded of; null: it is used, claimed, gone or over. */
export function reminderOf(
  wallet: Wallet,
  kind: ReminderKind,
  about: string,
  nowMs: number,
): MessageFacts[ReminderKind] | null {
  if (kind === 'coupon-expiring') {
    const coupon = wallet.coupons[about];
    const usable = coupon?.status.state === 'usable' || coupon?.status.state === 'returned';
    return coupon && usable && nowMs < coupon.validUntilMs
      ? { title: coupon.title, untilMs: coupon.validUntilMs }
      : null;
  }
  const prize = wallet.prizes[about];
  return prize?.state === 'to-claim' && nowMs < prize.claimUntilMs
    ? { title: prize.title, untilMs: prize.claimUntilMs }
    : null;
}
