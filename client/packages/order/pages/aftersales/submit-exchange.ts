import type { OrderView } from '@rooms/order/contract';
import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { toast } from '@/services/toast';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { toastRefusal } from '@/text/trouble';

export interface ExchangeWish {
  readonly orderId: string;
  readonly lines: { lineId: string; units: number }[];
  readonly reason: OrderView['exchanges'][number]['reason'];
  readonly note: string;
  /** File ids. */
  readonly pictures: string[];
}

/**
 * Asks for the goods again, once, and leads to the exchange. False: it was refused, and the page must look again.
 * @throws NetworkError while it is not known whether it was taken in; the same tap asks again with its own key.
 */
export async function submitExchange({ note, ...wish }: ExchangeWish): Promise<boolean> {
  const { orderId } = wish;
  const written = note.trim();
  const reply = await resident.act(`exchange:${orderId}`, 'order.askExchange', {
    ...wish,
    ...(written ? { note: written } : {}),
  });
  if (!reply.ok) {
    toastRefusal(reply);
    return false;
  }
  if (reply.earlier) toast(words.earlier);
  replace('refund', { orderId, exchangeNumber: reply.data.exchangeNumber });
  return true;
}
