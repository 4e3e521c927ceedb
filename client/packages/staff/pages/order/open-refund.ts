import { staff } from '@/services/doors';
import { goBack } from '@/services/navigate';
import { toast } from '@/services/toast';
import { staffOrderWords as words } from '@/text/areas/staff-order';
import { toastRefusal } from '@/text/trouble';
import type { Opening, Seen } from './useOpening';

/**
 * Opens what was shown, once, and leads back. False: it was refused or brings something else by now, and the page must
 * look again. @throws NetworkError while it is not known whether it was taken in; the same tap asks again with its own key.
 */
export async function openRefund({ wish, preview }: Seen, { goodsFirst, answer }: Opening): Promise<boolean> {
  const input = { ...wish, goodsFirst, answer: answer.trim(), expected: preview.expected };
  const reply = await staff.act(`open-refund:${wish.orderId}`, 'order.openRefund', input);
  if (reply.ok) {
    toast(words.done);
    goBack();
    return true;
  }
  if (reply.code === 'REFUND_CHANGED') toast(words.changed);
  else toastRefusal(reply);
  return false;
}
