import type { GiftLine, SpendTrigger, UnitsTrigger } from '../benefits';
import type { GiftTerms } from '../offers/gift-terms';
import { fundingOf } from './adjustment';
import type { Missed } from './candidates';
import type { GiftShelf } from './gift-shelf';
import type { OpenOffer } from './open-offers';

export interface Given {
  /** The stated gift, then its substitute, as far as the shelf has them. */
  readonly gifts: readonly GiftLine[];
  /** What neither could give; it is left out and never blocks the order. */
  readonly missed: readonly Missed[];
}

/** Takes `wanted` units of a gift from the shelf: the stated gift first, its substitute for the rest. */
export function give(
  from: OpenOffer<'gift'>['from'],
  terms: GiftTerms,
  wanted: number,
  trigger: UnitsTrigger | SpendTrigger,
  shelf: GiftShelf,
): Given {
  const line = (skuId: string, quantity: number, valueUnitFen: number, substituteFor: string | null): GiftLine => ({
    lineId: substituteFor === null ? `gift:${from.id}` : `gift:${from.id}~2`,
    skuId,
    quantity,
    valueUnitFen,
    offerId: from.id,
    campaignId: from.offer.campaignId,
    title: from.offer.title,
    substituteFor,
    trigger,
    funding: fundingOf([{ shareFen: quantity * valueUnitFen }], from.offer.funding ?? {}),
  });
  const gifts: GiftLine[] = [];
  const stated = shelf.take(terms.skuId, wanted);
  if (stated > 0) gifts.push(line(terms.skuId, stated, terms.valueUnitFen, null));
  const { substitute } = terms;
  const instead = substitute ? shelf.take(substitute.skuId, wanted - stated) : 0;
  if (substitute && instead > 0) gifts.push(line(substitute.skuId, instead, substitute.valueUnitFen, terms.skuId));
  const gapUnits = wanted - stated - instead;
  const missed = { from, reason: 'GIFT_OUT_OF_STOCK', gapFen: null, gapUnits, opensAtMs: null } as const;
  return { gifts, missed: gapUnits > 0 ? [missed] : [] };
}

/** Whether one more unit of the gift or of its substitute could be given. */
export function canGive({ skuId, substitute }: GiftTerms, shelf: GiftShelf): boolean {
  return shelf.left(skuId) > 0 || (substitute !== null && shelf.left(substitute.skuId) > 0);
}
