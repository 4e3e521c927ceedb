import type { QuoteView } from '@rooms/order/contract';
import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { confirm } from '@/services/toast';
import { useCart } from '@/stores/cart';
import { checkoutWords } from '@/text/areas/checkout';
import { yuanText } from '@/text/money';
import { toastRefusal } from '@/text/trouble';
import { payOrder } from '../../deeds/payOrder';
import { type TillView, wishOf } from './useTill';

/**
 * Places the order for the price that was shown, then opens the till. A price that changed is shown and asked about; the
 * answer `fresh` is what the page must show now. Nothing was charged in either refusal.
 * @throws NetworkError while it is not known whether the order was placed; the same tap asks again with its own key.
 */
export async function placeOrder(till: TillView, note: string): Promise<{ stale: boolean }> {
  const { address, view } = till;
  if (!address || !view) return { stale: true };
  const { quote } = view;
  const reply = await resident.act('place', 'order.place', {
    ...wishOf(till.lines, till.choice),
    addressId: address.addressId,
    fingerprint: quote.fingerprint,
    ...(note.trim() ? { note: note.trim() } : {}),
  });
  if (reply.ok) {
    await forgetOrdered(till);
    if (reply.data.state === 'paid') replace('paid', { id: reply.data.orderId });
    else await payOrder(reply.data.orderId);
    return { stale: false };
  }
  const fresh = freshOf(reply);
  if (reply.code !== 'QUOTE_CHANGED' || !fresh) {
    toastRefusal(reply);
    return { stale: true };
  }
  const agreed = await confirm({
    title: checkoutWords.changedTitle,
    content: checkoutWords.changedNote(yuanText(quote.payableFen), yuanText(fresh.quote.payableFen)),
    yes: checkoutWords.changedYes,
    no: checkoutWords.changedNo,
  });
  return agreed ? placeOrder({ ...till, view: fresh }, note) : { stale: true };
}

function freshOf(reply: { detail?: unknown }): QuoteView | null {
  const detail = reply.detail as { fresh?: QuoteView } | undefined;
  return detail?.fresh ?? null;
}

/** What was ordered leaves the cart; a cart that could not be saved is no reason to stop the payment. */
async function forgetOrdered({ lines }: TillView): Promise<void> {
  const ordered = new Set(lines.map((line) => line.skuId));
  await useCart
    .getState()
    .change((cart) => cart.filter((line) => !ordered.has(line.skuId)))
    .catch(() => undefined);
}
