import type { OrderState, OrderView } from '@rooms/order/contract';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { confirm, toast } from '@/services/toast';
import { plusOne, useCart } from '@/stores/cart';
import { orderWords } from '@/text/areas/order';
import { toastRefusal } from '@/text/trouble';

const unpaid: readonly OrderState[] = ['placed', 'closing'];

/** Asks first, then cancels. Null: the resident thought better of it, or the server refused (and has said why). */
export async function cancelOrder(order: OrderView): Promise<OrderView | null> {
  const { orderId, state } = order;
  const agreed = await confirm({
    title: orderWords.cancelTitle,
    content: unpaid.includes(state) ? orderWords.cancelUnpaid : `${orderWords.cancelPaid}${firstOrderNote(order)}`,
    yes: orderWords.cancelYes,
    no: orderWords.cancelNo,
  });
  return agreed ? settled('order.cancel', orderId) : null;
}

/** Payment consumed the first-order right; a resident's own cancel does not bring it back (rules.md section 1, step 4). */
const firstOrderNote = ({ quote }: OrderView): string =>
  quote.adjustments.some(({ kind }) => kind === 'first-order') ? orderWords.cancelFirst : '';

/** Asks first, then confirms receipt. Null as above. */
export async function receiveOrder({ orderId }: Pick<OrderView, 'orderId'>): Promise<OrderView | null> {
  const agreed = await confirm({
    title: orderWords.receiveTitle,
    content: orderWords.receiveNote,
    yes: orderWords.receiveYes,
    no: orderWords.receiveNo,
  });
  return agreed ? settled('order.receive', orderId) : null;
}

async function settled(operation: 'order.cancel' | 'order.receive', orderId: string): Promise<OrderView | null> {
  const reply = await resident.call(operation, { orderId });
  if (reply.ok) return reply.data;
  toastRefusal(reply);
  return null;
}

/** Puts the order's goods into the cart once more and goes there; what is gone or short says so in the cart. */
export async function buyAgain(order: OrderView): Promise<void> {
  await useCart
    .getState()
    .change((lines) => order.lines.reduce((cart, line) => plusOne(line.skuId, line.quantity)(cart), lines));
  toast(orderWords.addedAgain);
  openTab('cart');
}
