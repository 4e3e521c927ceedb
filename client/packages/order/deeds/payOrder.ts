import { resident } from '@/services/doors';
import { replace, urlOf } from '@/services/navigate';
import { pay } from '@/services/pay';
import { toast } from '@/services/toast';
import { orderWords } from '@/text/areas/order';
import { toastRefusal } from '@/text/trouble';

/**
 * Opens the till for an order and leads to the page that asks the server what came of it. Only the server knows whether
 * money moved, so 'done' on the phone leads there like every other outcome.
 * @throws NetworkError
 */
export async function payOrder(orderId: string): Promise<void> {
  const reply = await resident.call('order.pay', { orderId });
  if (!reply.ok) return toastRefusal(reply);
  if (reply.data.state === 'paid') return replace('paid', { id: orderId });
  const [paid, cancelled] = [{ id: orderId }, { id: orderId, told: 'cancelled' }];
  const returnTo = { paid: urlOf('paid', paid), cancelled: urlOf('paid', cancelled) };
  const outcome = await pay(reply.data.payment as Parameters<typeof pay>[0], returnTo);
  if (outcome === 'left') return;
  if (outcome === 'failed') toast(orderWords.payFailed);
  replace('paid', outcome === 'cancelled' ? cancelled : paid);
}
