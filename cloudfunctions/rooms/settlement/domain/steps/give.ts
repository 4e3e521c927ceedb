import type { GiftLine, SpendTrigger, UnitsTrigger } from '../benefits';
import type { GiftTerms } from '../offers/gift-terms';
import type { NotApplied } from '../quote';
import { borneBy, type OfferSource } from '../source';
import type { GiftShelf } from './gift-shelf';
import { missedByUnits } from './missed';

export interface Given {
  /** The stated gift, then its substitute, as far as the shelf has them. */
  readonly gifts: readonly GiftLine[];
  /** What neither could give; it is left out and never blocks the order. */
  readonly missed: readonly NotApplied[];
}

export const NOTHING_GIVEN: Given = { gifts: [], missed: [] };

/** Takes `wanted` units of a gift from the shelf: the stated gift first, its substitute for the rest. */
export function give(
  from: OfferSource,
  terms: GiftTerms,
  wanted: number,
  trigger: UnitsTrigger | SpendTrigger,
  shelf: GiftShelf,
): Given {
  if (wanted === 0) return NOTHING_GIVEN;
  const line = (skuId: string, quantity: number, valueUnitFen: number, substituteFor: string | null): GiftLine => ({
    lineId: substituteFor === null ? `gift:${from.id}` : `gift:${from.id}~2`,
    skuId,
    quantity,
    valueUnitFen,
    offerId: from.id,
    campaignId: from.campaignId,
    title: from.title,
    substituteFor,
    trigger,
    funding: borneBy(quantity * valueUnitFen, from),
  });
  const gifts: GiftLine[] = [];
  const stated = shelf.take(terms.skuId, wanted);
  if (stated > 0) gifts.push(line(terms.skuId, stated, terms.valueUnitFen, null));
  const { substitute } = terms;
  const instead = substitute ? shelf.take(substitute.skuId, wanted - stated) : 0;
  if (substitute && instead > 0) gifts.push(line(substitute.skuId, instead, substitute.valueUnitFen, terms.skuId));
  const gapUnits = wanted - stated - instead;
  return { gifts, missed: gapUnits > 0 ? [missedByUnits(from, 'GIFT_OUT_OF_STOCK', gapUnits)] : [] };
}

/** Whether one more unit of the gift or of its substitute could be given. */
export function canGive({ skuId, substitute }: GiftTerms, shelf: GiftShelf): boolean {
  return shelf.left(skuId) > 0 || (substitute !== null && shelf.left(substitute.skuId) > 0);
}
