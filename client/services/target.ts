import { open, openTab } from './navigate';

/** The shelf of sets. No category of the shop is named so: theirs are made of letters and digits. */
export const SETS = ':sets';

/**
 * Where an operator's banner, card or notice leads. The catalogue's tab is what is left when a target is younger than
 * this app.
 */
export function openTarget(target: string, targetId: string | null): void {
  if (target === 'draw') open('wheel', { id: targetId ?? undefined });
  else if (target === 'coupons') openTab('coupon');
  else if (target === 'referral') open('referral');
  else if (target === 'sets') openShop(SETS);
  else if (target === 'product' && targetId) open('product', { id: targetId });
  else openShop(target === 'category' ? targetId : null);
}

let wanted: string | null = null;

/** The catalogue with a category's shelf, or that of the sets, in front. Tabs take no query, so the wish waits here. */
export function openShop(categoryId: string | null): void {
  wanted = categoryId;
  openTab('shop');
}

/** The shop page takes the wish, once. */
export function takeWantedCategory(): string | null {
  const taken = wanted;
  wanted = null;
  return taken;
}
