import type { Fen } from '../../../kernel/fen';
import type { FundingShares } from './funding';
import type { Quote } from './quote';

/** What an offer gave in one order, at face value. */
export interface OfferCost {
  readonly campaignId: string | null;
  readonly offerId: string;
  /** Reductions, gifts at their stated value, coupons and points of add-ons. */
  readonly costFen: Fen;
  readonly funding: FundingShares;
}

/** The parts of a quote that cost somebody something. */
export type Costly = Pick<Quote, 'adjustments' | 'gifts' | 'addOns'>;

/**
 * Costs by campaign and offer, in the order of the steps; offers that cost nothing are left out. Coupons are not among them:
 * their largest reduction was reserved at claim (rules.md section 8); neither are points and tiers, which no offer gives.
 */
export function costsOf({ adjustments, gifts, addOns }: Costly): OfferCost[] {
  const borne = [
    ...adjustments.flatMap(({ campaignId, offerId, funding }) => (offerId ? [{ campaignId, offerId, funding }] : [])),
    ...gifts,
    ...addOns,
  ];
  const costs = new Map<string, OfferCost>();
  for (const { campaignId, offerId, funding } of borne) {
    const known = costs.get(offerId);
    const sum = known ? added(known.funding, funding) : funding;
    const costFen = sum.shopFen + Object.values(sum.merchantsFen).reduce((total, fen) => total + fen, 0);
    costs.set(offerId, { campaignId, offerId, costFen, funding: sum });
  }
  return [...costs.values()].filter(({ costFen }) => costFen > 0);
}

function added(a: FundingShares, b: FundingShares): FundingShares {
  const merchantsFen: Record<string, Fen> = { ...a.merchantsFen };
  for (const [id, fen] of Object.entries(b.merchantsFen)) merchantsFen[id] = (merchantsFen[id] ?? 0) + fen;
  return { shopFen: a.shopFen + b.shopFen, merchantsFen };
}
