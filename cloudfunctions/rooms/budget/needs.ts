import { budgetCellId, type Cell, type Quantities } from '../../kernel/cell';
import type { Coupon } from '../../kernel/coupon';
import { type Costly, costsOf } from '../settlement';

/** What the offers of one campaign take from its budget cell, at face value: the campaign's key and each offer's. */
export interface BudgetNeed {
  readonly campaignId: string;
  readonly cellId: string;
  readonly q: Quantities;
  /** Keys of which coupons need more than is reserved for them, by template. Absent: none do. */
  readonly templates?: { readonly [templateId: string]: readonly string[] };
}

/** What is reserved for the coupons of a quote, by coupon id. */
export type Reserved = { readonly [couponId: string]: Pick<Coupon, 'reserve'> };

/**
 * One need a campaign, hence one CAS a campaign (protocol-of-holds.md, Cell): reductions, gifts and add-ons. A coupon's
 * largest reduction was reserved when it was claimed, so it takes nothing here (rules.md section 8); but one that came back
 * after receipt kept only what it had used, and takes the rest again (docs/decisions, refunds).
 */
export function budgetNeeds(quote: Costly, reserved: Reserved = {}): BudgetNeed[] {
  const needs = new Map<string, Booked>();
  const book = (campaignId: string, key: string, fen: number) => {
    const need: Booked = needs.get(campaignId) ?? { q: {}, templates: new Map() };
    need.q[key] = (need.q[key] ?? 0) + fen;
    needs.set(campaignId, need);
    return need;
  };
  for (const { campaignId, offerId, costFen } of costsOf(quote))
    if (campaignId !== null) for (const key of [campaignId, offerId]) book(campaignId, key, costFen);
  for (const { campaignId, templateId, key, fen } of beyondReserves(quote, reserved)) {
    const { templates } = book(campaignId, key, fen);
    templates.set(templateId, (templates.get(templateId) ?? new Set()).add(key));
  }
  return [...needs].map(([campaignId, { q, templates }]) => ({
    ...{ campaignId, cellId: budgetCellId(campaignId), q },
    ...(templates.size === 0 ? {} : { templates: keysByTemplate(templates) }),
  }));
}

interface Booked {
  readonly q: { [key: string]: number };
  readonly templates: Map<string, Set<string>>;
}

const keysByTemplate = (templates: ReadonlyMap<string, ReadonlySet<string>>) =>
  Object.fromEntries([...templates].map(([templateId, keys]) => [templateId, [...keys]]));

function beyondReserves({ adjustments }: Costly, reserved: Reserved) {
  const used = new Map<string, { campaignId: string; templateId: string; fen: number }>();
  for (const { couponId, campaignId, templateId, amountFen } of adjustments) {
    if (couponId === null || campaignId === null || templateId === null) continue;
    const before = used.get(couponId)?.fen ?? 0;
    used.set(couponId, { campaignId, templateId, fen: before - amountFen });
  }
  return [...used].flatMap(([couponId, { campaignId, templateId, fen }]) =>
    Object.entries(reserved[couponId]?.reserve?.q ?? {})
      .filter(([, reservedFen]) => fen > reservedFen)
      .map(([key, reservedFen]) => ({ campaignId, templateId, key, fen: fen - reservedFen })),
  );
}

/**
 * Offers, and templates of coupons, that the caps have no room for: a reduction is granted whole or not at all. Where the campaign's own key is
 * short, all of its offers in the quote go. A cell that was not read counts as having room: the hold itself decides.
 */
export function offersWithoutRoom(
  needs: readonly BudgetNeed[],
  cells: ReadonlyMap<string, Pick<Cell, 'left'>>,
): string[] {
  return needs.flatMap(({ campaignId, cellId, q, templates = {} }) => {
    const cell = cells.get(cellId);
    if (!cell) return [];
    const isShort = (key: string): boolean => (cell.left[key] ?? 0) < (q[key] ?? 0);
    const offers = Object.keys(q).filter((key) => key !== campaignId);
    if (isShort(campaignId)) return [...new Set([...offers, ...Object.keys(templates)])];
    const coupons = Object.entries(templates).flatMap(([id, keys]) => (keys.some(isShort) ? [id] : []));
    return [...new Set([...offers.filter(isShort), ...coupons])];
  });
}
