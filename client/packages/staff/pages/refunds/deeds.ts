import type { StaffRefundCard } from '@rooms/order/contract';
import { staff } from '@/services/doors';
import type { Reply } from '@/services/reply';
import { confirm, toast } from '@/services/toast';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { yuanText } from '@/text/money';
import { toastRefusal } from '@/text/trouble';

export type Decision = 'approve' | 'approve-goods-first' | 'decline';
type Which = Pick<StaffRefundCard, 'orderId' | 'refundNumber'>;

const named = ({ orderId, refundNumber }: Which) => ({ orderId, refundNumber });
const written = (text: string) => (text.trim() ? text.trim() : undefined);

/** Done or refused has been said; either way the list is due for a fresh look. @throws NetworkError */
function say(reply: Reply<unknown>, done: string): void {
  if (reply.ok) toast(done);
  else toastRefusal(reply);
}

export async function decide(card: Which, decision: Decision, answer: string): Promise<void> {
  const input = { ...named(card), decision, answer: written(answer) };
  say(await staff.call('order.decideRefund', input), words.decided[decision]);
}

/** Gifts mostly come back in the same bag: where one was paid for by a deduction, it is asked about at once. */
export async function takeGoodsBack(card: Which, restock: boolean): Promise<void> {
  const reply = await staff.call('order.goodsBack', { ...named(card), restock });
  if (reply.ok && reply.data.canDo.includes('gift-back') && (await takeGiftBack(reply.data))) return;
  say(reply, words.goodsBackDone);
}

/** Asks first. False: thought better of it. */
export async function takeGiftBack(card: Which & Pick<StaffRefundCard, 'sums'>): Promise<boolean> {
  const agreed = await confirm({
    title: words.giftBackTitle,
    content: words.giftBackNote(yuanText(card.sums.deductedFen)),
    yes: words.giftBackYes,
    no: words.giftBackNo,
  });
  if (agreed) say(await staff.call('order.giftBack', named(card)), words.giftBackDone);
  return agreed;
}

/** It will not come back: off the list, with why. */
export async function writeOffGift(card: Which, reason: string): Promise<void> {
  say(await staff.call('order.writeOffGift', { ...named(card), reason: reason.trim() }), words.writeOffDone);
}

export async function askAgain(card: Which): Promise<void> {
  say(await staff.call('order.mendRefund', { ...named(card), how: 'again' }), words.againDone);
}

export async function noteTransfer(card: Which, transferNumber: string): Promise<void> {
  const input = { ...named(card), how: 'transferred' as const, transferNumber: written(transferNumber) };
  say(await staff.call('order.mendRefund', input), words.transferredDone);
}
