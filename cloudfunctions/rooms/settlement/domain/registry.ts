import type { CouponTerms } from '../../../kernel/coupon';
import { bundle } from './offers/bundle';
import { couponExchange } from './offers/coupon-exchange';
import { couponFixed } from './offers/coupon-fixed';
import { couponFreight } from './offers/coupon-freight';
import { couponPercentage } from './offers/coupon-percentage';
import { firstOrder } from './offers/first-order';
import { freeFreight } from './offers/free-freight';
import { gift } from './offers/gift';
import type { AnyOfferKind, AnyParameters, OfferLane, ReductionKind, ReductionOfferKind } from './offers/kind';
import { nthFixedPrice } from './offers/nth-fixed-price';
import { nthItem } from './offers/nth-item';
import { rushRate } from './offers/rush-rate';
import { spendAddOn } from './offers/spend-add-on';
import { spendTiers } from './offers/spend-tiers';
import { tierPrice } from './offers/tier-price';
import { timeWindow } from './offers/time-window';
import { type ParameterProblem, type ParametersOf, problemsOf } from './parameters';

/** Every kind of offer there is; a new one is a file and a line here. */
export const offerKinds = {
  'time-window': timeWindow,
  'tier-price': tierPrice,
  bundle,
  'nth-item': nthItem,
  'nth-fixed-price': nthFixedPrice,
  gift,
  'spend-tiers': spendTiers,
  'first-order': firstOrder,
  'spend-add-on': spendAddOn,
  'free-freight': freeFreight,
  'rush-rate': rushRate,
} as const;

/** Kinds of coupons, by the kind in their terms. */
export const couponKinds = {
  fixed: couponFixed,
  percentage: couponPercentage,
  freight: couponFreight,
  exchange: couponExchange,
} as const satisfies { [K in CouponTerms['kind']]: unknown };

export type OfferKind = keyof typeof offerKinds;
export type OfferParameters<K extends OfferKind> = ParametersOf<(typeof offerKinds)[K]['parameters']>;

export function offerKindOf(kind: OfferKind): AnyOfferKind {
  return offerKinds[kind];
}

type KindOfLane<L extends OfferLane> = Extract<AnyOfferKind, { lane: L }>;

/** The kind, where it stands in this lane; undefined: it stands in another. */
export function kindInLane<L extends Exclude<OfferLane, ReductionOfferKind<AnyParameters>['lane']>>(
  kind: OfferKind,
  lane: L,
): KindOfLane<L> | undefined {
  const found = offerKindOf(kind);
  return found.lane === lane ? (found as KindOfLane<L>) : undefined;
}

export function couponKindOf(kind: CouponTerms['kind']): ReductionKind<CouponTerms> {
  return couponKinds[kind];
}

/** Problems of an operator's parameters for a kind; an empty list: the offer can be settled. */
export function problemsOfOffer(kind: OfferKind, parameters: unknown): readonly ParameterProblem[] {
  const definition = offerKindOf(kind);
  const found = problemsOf(definition.parameters, parameters);
  return found.length > 0 ? found : (definition.problems?.(parameters as AnyParameters) ?? []);
}
