import type { Visitor } from './visitor';

/** Puts everything into the bag of an order on the staff board: only then can it be picked. */
export async function packed(shop: Visitor, orderId: string): Promise<void> {
  await shop.see(`order-${orderId}`);
  const inTheQueue = shop.page.locator(`[id="order-${orderId}"]:not([data-left])`).filter({ visible: true });
  if ((await inTheQueue.count()) > 0) await inTheQueue.click();
  const missing = shop.page.locator(`[id="order-${orderId}"] [data-on="false"]`).filter({ visible: true });
  for (let left = await missing.count(); left > 0; left -= 1) await missing.first().click();
  await shop.sees(`order-${orderId}`, 'data-left', '0');
}
