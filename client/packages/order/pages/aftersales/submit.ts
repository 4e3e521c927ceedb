import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { confirm, toast } from '@/services/toast';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { yuanText } from '@/text/money';
import { toastRefusal } from '@/text/trouble';
import type { Reason } from './claim';
import { type Answer, ask } from './useClaim';

export interface Told {
  readonly reason: Reason;
  readonly note: string;
  /** File ids. */
  readonly pictures: readonly string[];
}

/**
 * Asks for what was shown, once, and leads to the refund. What changed meanwhile is shown and asked about; nothing was
 * given back then. False: the page must look again.
 * @throws NetworkError while it is not known whether it was taken in; the same tap asks again with its own key.
 */
export async function submit({ asked, preview }: Answer, told: Told): Promise<boolean> {
  const { orderId, lines } = asked;
  const note = told.note.trim();
  const reply = await resident.act(`refund:${orderId}`, 'order.askRefund', {
    orderId,
    lines,
    reason: told.reason,
    ...(note ? { note } : {}),
    pictures: [...told.pictures],
    expected: preview.expected,
  });
  if (reply.ok) {
    if (reply.earlier) toast(words.earlier);
    replace('refund', { orderId, refundNumber: reply.data.refundNumber });
    return true;
  }
  if (reply.code !== 'REFUND_CHANGED') {
    toastRefusal(reply);
    return false;
  }
  const fresh = await ask(asked);
  const [before, after] = [preview.sums.amountFen, fresh.preview.sums.amountFen];
  const agreed = await confirm({
    title: words.changedTitle,
    content: before === after ? words.changedSame : words.changedNote(yuanText(before), yuanText(after)),
    yes: words.changedYes,
    no: words.changedNo,
  });
  return agreed ? submit(fresh, told) : false;
}
