import type { OfferSource } from '../choice/option';
import type { Offer } from '../input';
import type { AnyOfferKind, OfferLane } from '../offers/kind';
import { preparedFor } from '../prepared';
import type { Missed } from './candidates';
import { type Asked, whyOfferClosed } from './conditions';

type KindOf<L extends OfferLane> = Extract<AnyOfferKind, { readonly lane: L }>;

/** An offer with its kind, open now. */
export interface OpenOffer<L extends OfferLane> {
  readonly from: OfferSource;
  readonly kind: KindOf<L>;
}

export interface OpenOffers<L extends OfferLane> {
  /** By ascending offer id. */
  readonly open: readonly OpenOffer<L>[];
  /** Those that are closed, with why. */
  readonly missed: readonly Missed[];
}

/** Offers of one lane, told apart by their conditions. */
export function offersInLane<L extends OfferLane>(offers: readonly Offer[], lane: L, asked: Asked): OpenOffers<L> {
  const open: OpenOffer<L>[] = [];
  const missed: Missed[] = [];
  for (const { offer, from, kind } of preparedFor(offers).all) {
    if (!isOf(kind, lane)) continue;
    const closed = whyOfferClosed(offer, asked);
    if (closed) missed.push({ from, ...closed, gapFen: null });
    else open.push({ from, kind });
  }
  return { open, missed };
}

function isOf<L extends OfferLane>(kind: AnyOfferKind, lane: L): kind is KindOf<L> {
  return kind.lane === lane;
}
