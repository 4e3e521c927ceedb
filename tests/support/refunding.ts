import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import type { OrderView, RefundPreview, StaffRefundCard } from '../../cloudfunctions/rooms/order/contract';
import { deliver, paidOrder, withAnn } from './ann';
import type { Shop } from './shop';

export type Taken = { readonly [lineId: string]: number };

export const linesOf = (units: Taken) => Object.entries(units).map(([lineId, count]) => ({ lineId, units: count }));

/** The worked example, delivered and received. */
export async function receivedOrder(shop: Shop): Promise<string> {
  const orderId = await paidOrder(shop);
  await deliver(shop, orderId);
  await shop.call('ann', 'order.receive', { orderId });
  return orderId;
}

/** The n-th picture as the page of after-sales uploads it to the embedded cloud. */
export const aPicture = (n: number): string =>
  `cloud://local-env.6c6f-local-env/aftersales/${String(n).padStart(24, '0')}.jpg`;

/** `hasPictures` undefined: the page said nothing about pictures. */
export async function previewed(
  shop: Shop,
  orderId: string,
  units: Taken,
  reason = 'missing',
  hasPictures?: boolean,
): Promise<RefundPreview> {
  const pictured = hasPictures === undefined ? {} : { hasPictures };
  const reply = await shop.call('ann', 'order.refundPreview', { orderId, lines: linesOf(units), reason, ...pictured });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as RefundPreview;
}

export interface Asking {
  readonly reason?: string;
  readonly pictures?: readonly string[];
  readonly expected?: string;
  readonly requestKey?: string;
  readonly note?: string;
}

/** Looks beforehand, then asks for what was seen. */
export async function ask(shop: Shop, orderId: string, units: Taken, asking: Asking = {}): Promise<Envelope> {
  const { reason = 'missing', pictures = [], requestKey = shop.key(), note } = asking;
  const expected = asking.expected ?? (await previewed(shop, orderId, units, reason, pictures.length > 0)).expected;
  const input = { orderId, lines: linesOf(units), reason, pictures, expected, ...(note ? { note } : {}) };
  return shop.call('ann', 'order.askRefund', input, requestKey);
}

/** As `ask`, where it must be taken. */
export async function asked(shop: Shop, orderId: string, units: Taken, asking: Asking = {}) {
  const reply = await ask(shop, orderId, units, asking);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as { readonly refundNumber: string; readonly order: OrderView };
}

export interface Listed {
  readonly rows: readonly StaffRefundCard[];
  readonly counts: { readonly [tab: string]: number };
}

/** A tab of support's list, as Sue sees it. */
export async function listed(shop: Shop, tab: string): Promise<Listed> {
  const reply = await shop.staffCall('sue', 'order.refunds', { tab });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as Listed;
}

/** Ann wants one milk back for its quality; Sue is support. */
export async function toDecide(): Promise<{ shop: Shop; orderId: string; refundNumber: string }> {
  const shop = await withAnn();
  shop.asStaff('sue', ['support']);
  const orderId = await receivedOrder(shop);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
  return { shop, orderId, refundNumber };
}
