import { budgetCellId, type Quantities } from '../../../../kernel/cell';
import type { Order, Refund } from '../../document';
import { budgetReturned } from '../../domain/refund/budget';
import { givenRefunds } from '../../domain/refund/units';
import { withoutIssued } from './promised-coupons';

export interface Returning {
  readonly refund: Refund;
  readonly before: readonly Refund[];
  readonly isLast: boolean;
  readonly restock: boolean;
}

/** What goes back to each cell that gave to this order. */
export function cellReturns(order: Order, returning: Returning): Map<string, Quantities> {
  const budgets = (order.holds ?? []).flatMap(({ cellId, q }) => {
    const campaignId = campaignOf(cellId);
    return campaignId === null ? [] : [[cellId, budgetPart(order, campaignId, q, returning)] as const];
  });
  const all = [...shelfParts(order, returning), ...budgets];
  return new Map(all.filter(([, q]) => Object.keys(q).length > 0));
}

const BUDGET_PREFIX = budgetCellId('');

const campaignOf = (cellId: string): string | null =>
  cellId.startsWith(BUDGET_PREFIX) ? cellId.slice(BUDGET_PREFIX.length) : null;

/** With the last unit all that the order still has booked; before it, the shares of the units. */
function budgetPart(
  order: Order,
  campaignId: string,
  held: Quantities,
  { refund, before, isLast }: Returning,
): Quantities {
  const earlier = budgetReturned(order, campaignId, before);
  const later = isLast
    ? withoutIssued(order, budgetCellId(campaignId), held)
    : budgetReturned(order, campaignId, [...before, refund]);
  const upTo = (returned: Quantities, key: string) => Math.min(held[key] ?? 0, returned[key] ?? 0);
  const parts = Object.keys(held).map((key) => [key, upTo(later, key) - upTo(earlier, key)] as const);
  return Object.fromEntries(parts.filter(([, fen]) => fen > 0));
}

/**
 * Units that were not handed out, gifts too; after dispatch, goods that staff says can be sold again. What the shop could
 * not pack is not there, so neither is a gift of the same SKU.
 */
function shelfParts(order: Order, { refund, restock }: Returning): Map<string, Quantities> {
  const parts = new Map<string, { [skuId: string]: number }>();
  const put = (skuId: string, units: number) => {
    const shelf = (order.holds ?? []).find(({ cellId, q }) => campaignOf(cellId) === null && skuId in q);
    if (!shelf || units === 0 || gone.has(skuId)) return;
    const q = parts.get(shelf.cellId) ?? {};
    parts.set(shelf.cellId, { ...q, [skuId]: (q[skuId] ?? 0) + units });
  };
  const wasHandedOut = refund.cause === 'after-sales';
  const gone = new Set(refund.restocked === false ? skusOf(order, refund) : []);
  if (!wasHandedOut || restock)
    for (const { lineId, skuId } of order.quote.lines) put(skuId, refund.units[lineId] ?? 0);
  if (!wasHandedOut)
    for (const { lineId, skuId } of order.quote.gifts) put(skuId, refund.amounts.gifts[lineId]?.units ?? 0);
  return parts;
}

const skusOf = ({ quote }: Order, { units }: Refund): string[] =>
  quote.lines.filter(({ lineId }) => (units[lineId] ?? 0) > 0).map(({ skuId }) => skuId);

/** By SKU: what the shop could not pack and did not put on sale again, gifts of the same SKU too. */
export function unpackedOf(order: Order): Quantities {
  const unpacked: { [skuId: string]: number } = {};
  for (const refund of givenRefunds(order).filter(
    ({ restocked, cause }) => restocked === false && cause !== 'after-sales',
  )) {
    const gone = new Set(skusOf(order, refund));
    const put = (skuId: string, units: number) => {
      if (gone.has(skuId) && units > 0) unpacked[skuId] = (unpacked[skuId] ?? 0) + units;
    };
    for (const { lineId, skuId } of order.quote.lines) put(skuId, refund.units[lineId] ?? 0);
    for (const { lineId, skuId } of order.quote.gifts) put(skuId, refund.amounts.gifts[lineId]?.units ?? 0);
  }
  return unpacked;
}
