import { budgetCellId, type Cell, type Quantities } from '../../kernel/cell';
import { type Costly, costsOf } from '../settlement';

/** What the offers of one campaign take from its budget cell, at face value: the campaign's key and each offer's. */
export interface BudgetNeed {
  readonly campaignId: string;
  readonly cellId: string;
  readonly q: Quantities;
}

/**
 * One need a campaign, hence one CAS a campaign (protocol-of-holds.md, Cell): reductions, gifts and add-ons. A coupon takes
 * nothing here: its largest reduction was reserved when it was claimed (rules.md section 8).
 */
export function budgetNeeds(quote: Costly): BudgetNeed[] {
  const needs = new Map<string, { [key: string]: number }>();
  for (const { campaignId, offerId, costFen } of costsOf(quote)) {
    if (campaignId === null) continue;
    const q = needs.get(campaignId) ?? {};
    q[campaignId] = (q[campaignId] ?? 0) + costFen;
    q[offerId] = (q[offerId] ?? 0) + costFen;
    needs.set(campaignId, q);
  }
  return [...needs].map(([campaignId, q]) => ({ campaignId, cellId: budgetCellId(campaignId), q }));
}

/**
 * Offers that the caps have no room for: a reduction is granted whole or not at all. Where the campaign's own key is
 * short, all of its offers in the quote go. A cell that was not read counts as having room: the hold itself decides.
 */
export function offersWithoutRoom(
  needs: readonly BudgetNeed[],
  cells: ReadonlyMap<string, Pick<Cell, 'left'>>,
): string[] {
  return needs.flatMap(({ campaignId, cellId, q }) => {
    const cell = cells.get(cellId);
    if (!cell) return [];
    const isShort = (key: string): boolean => (cell.left[key] ?? 0) < (q[key] ?? 0);
    const offerIds = Object.keys(q).filter((key) => key !== campaignId);
    return isShort(campaignId) ? offerIds : offerIds.filter(isShort);
  });
}
