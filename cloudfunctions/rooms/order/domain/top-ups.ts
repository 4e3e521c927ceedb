import { givesOf, isInScope, type NextStep, type NotApplied, type Offer } from '../../settlement';

/** Why a good is proposed. */
export type TopUpFrom = 'nearest' | 'bought' | 'goes-with';

export interface OnSale {
  readonly skuId: string;
  readonly categoryId: string;
  readonly listFen: number;
  readonly noPromotion: boolean;
  readonly left: number;
}

export interface Candidate<Good extends OnSale> {
  readonly good: Good;
  readonly from: TopUpFrom;
}

export interface Proposing<Good extends OnSale> {
  /** On sale, with what is left beyond the cart. */
  readonly goods: readonly Good[];
  readonly inCart: ReadonlySet<string>;
  /** SKUs of the resident's last orders, latest first. */
  readonly boughtBefore: readonly string[];
  readonly offers: readonly Offer[];
  readonly notApplied: readonly NotApplied[];
  readonly nextStep: NextStep | null;
}

/** Each is priced with the cart, so they are few: at most 28. */
const MOST_NEAREST = 14;
const MOST_OTHERS = 7;
/** More units of one good than this are no top-up. */
export const MOST_TOP_UP_UNITS = 5;

/**
 * Goods that may bring the cart nearer to its next step: the cheapest ways there, what the resident bought before, and what
 * is missing to sets and gifts that the cart nearly has. Each once; what was bought before is said before the rest.
 */
export function candidatesFor<Good extends OnSale>(proposing: Proposing<Good>): Candidate<Good>[] {
  const { goods, inCart, boughtBefore } = proposing;
  const sold = new Map(goods.filter(({ left }) => left > 0).map((good) => [good.skuId, good]));
  const others = (skuIds: readonly string[], from: TopUpFrom) =>
    [...new Set(skuIds)].flatMap((skuId) => asCandidate(sold.get(skuId), from)).slice(0, MOST_OTHERS);
  const found = [
    ...others(
      boughtBefore.filter((skuId) => !inCart.has(skuId)),
      'bought',
    ),
    ...others(missingParts(proposing), 'goes-with'),
    ...nearest([...sold.values()], proposing.nextStep),
  ];
  return [...new Map(found.reverse().map((candidate) => [candidate.good.skuId, candidate])).values()];
}

const asCandidate = <Good extends OnSale>(good: Good | undefined, from: TopUpFrom): Candidate<Good>[] =>
  good ? [{ good, from }] : [];

/** By what the units that fill the gap cost at list price: near enough to choose whom to price exactly. */
function nearest<Good extends OnSale>(goods: readonly Good[], step: NextStep | null): Candidate<Good>[] {
  if (!step) return [];
  const ways = goods.flatMap((good) => {
    const { skuId, categoryId, listFen, noPromotion, left } = good;
    if (noPromotion || listFen === 0 || !isInScope(step.scope, { skuId, categoryId, noPromotion })) return [];
    const units = step.gapUnits ?? Math.max(1, Math.ceil(step.gapFen / listFen));
    return units > Math.min(left, MOST_TOP_UP_UNITS) ? [] : [{ good, costFen: units * listFen }];
  });
  const cheapest = ways.sort((a, b) => a.costFen - b.costFen || (a.good.skuId < b.good.skuId ? -1 : 1));
  return cheapest.slice(0, MOST_NEAREST).map(({ good }) => ({ good, from: 'nearest' }));
}

/** Of sets, gifts and nth items that have some of their units in the cart: the goods they look at, missing ones first. */
function missingParts({ offers, notApplied, inCart }: Omit<Proposing<OnSale>, 'goods'>): string[] {
  const short = new Set(notApplied.filter(({ reason }) => reason === 'NOT_ENOUGH_UNITS').map(({ id }) => id));
  const parts = offers
    .filter(({ offerId }) => short.has(offerId))
    .map((offer) => {
      const { components } = givesOf(offer);
      if (components.length > 0) return components.map(({ skuId }) => skuId);
      return 'skuIds' in offer.scope ? [...offer.scope.skuIds] : [];
    })
    .filter((skuIds) => skuIds.some((skuId) => inCart.has(skuId)))
    .flat();
  return parts.sort((a, b) => Number(inCart.has(a)) - Number(inCart.has(b)));
}
