import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import type { OrderView, StaffExchangeCard } from '../../cloudfunctions/rooms/order/contract';
import type { Exchange } from '../../cloudfunctions/rooms/order/document';
import { withAnn } from './ann';
import { linesOf, receivedOrder, type Taken } from './refunding';
import type { Shop, ShopWish } from './shop';

/** Ann received the worked example (3 milk, 2 rice); Sue is support. */
export async function annReceived(wish: ShopWish = {}): Promise<{ shop: Shop; orderId: string }> {
  const shop = await withAnn(wish);
  shop.asStaff('sue', ['support']);
  const orderId = await receivedOrder(shop);
  await shop.tick();
  return { shop, orderId };
}

export const askExchange = (
  shop: Shop,
  orderId: string,
  units: Taken,
  { reason = 'broken', pictures = [] as readonly string[], requestKey = shop.key() } = {},
): Promise<Envelope> =>
  shop.call('ann', 'order.askExchange', { orderId, lines: linesOf(units), reason, pictures }, requestKey);

/** As above, where it must be taken; the exchange's number. */
export async function exchangeAsked(shop: Shop, orderId: string, units: Taken, reason = 'broken'): Promise<string> {
  const reply = await askExchange(shop, orderId, units, { reason });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return (reply.data as { exchangeNumber: string }).exchangeNumber;
}

export type Deed = 'decideExchange' | 'moveExchange' | 'exchangeGoods';

/** What Sue does to an exchange. */
export const sueDoes = (shop: Shop, exchangeNumber: string, deed: Deed, says: object): Promise<Envelope> =>
  shop.staffCall('sue', `order.${deed}`, { orderId: exchangeNumber.slice(0, 32), exchangeNumber, ...says });

/** As above, where it must be taken. */
export async function sueDid(shop: Shop, exchangeNumber: string, deed: Deed, says: object): Promise<StaffExchangeCard> {
  const reply = await sueDoes(shop, exchangeNumber, deed, says);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as StaffExchangeCard;
}

export function exchangeOf(shop: Shop, exchangeNumber: string): Exchange {
  const exchange = shop.order(exchangeNumber.slice(0, 32)).exchanges?.[exchangeNumber];
  if (!exchange) throw new Error(`no exchange ${exchangeNumber}`);
  return exchange;
}

export const withdraw = (shop: Shop, exchangeNumber: string): Promise<Envelope> =>
  shop.call('ann', 'order.withdrawExchange', { orderId: exchangeNumber.slice(0, 32), exchangeNumber });

/** The order as Ann sees it. */
export async function detailOf(shop: Shop, orderId: string): Promise<OrderView> {
  const reply = await shop.call('ann', 'order.detail', { orderId });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as OrderView;
}
