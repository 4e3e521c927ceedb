import type { Fen } from '../../../kernel/fen';
import type { Benefit } from './benefits';
import type { Offer } from './input';
import type { GiftTerms } from './offers/gift-terms';
import type { AnyParameters, ComponentPrice, SetComponent } from './offers/kind';
import { kindInLane } from './registry';

/** What an offer gives and is made of, whatever its kind. */
export interface OfferGives {
  /** Goods that it gives, with what stands in for them. */
  readonly gift: GiftTerms | null;
  /** Of a gift: units of its scope for each time, and times of one order (null: all). */
  readonly per: { readonly everyUnits: number; readonly maxTimes: number | null } | null;
  /** SKUs of a set; empty: it is no bundle. */
  readonly components: readonly SetComponent[];
  /** Sets of one order; null: all. */
  readonly maxSets: number | null;
  /** Of an add-on: what it brings, from which spend on. */
  readonly addOn: { readonly benefit: Benefit; readonly thresholdFen: Fen } | null;
}

const NOTHING: OfferGives = { gift: null, per: null, components: [], maxSets: null, addOn: null };

export function givesOf({ kind, parameters }: Offer): OfferGives {
  const values = parameters as AnyParameters;
  const gift = kindInLane(kind, 'gift');
  if (gift) {
    const per = { everyUnits: gift.everyUnits(values), maxTimes: gift.maxTimes(values) };
    return { ...NOTHING, gift: gift.gift(values), per };
  }
  const bundle = kindInLane(kind, 'bundle');
  if (bundle) {
    const maxSets = bundle.maxSets(values);
    return { ...NOTHING, gift: bundle.gift(values), components: bundle.components(values), maxSets };
  }
  const addOn = kindInLane(kind, 'add-on');
  if (!addOn) return NOTHING;
  const brings = { benefit: addOn.benefit(values), thresholdFen: addOn.thresholdFen(values) };
  return { ...NOTHING, gift: addOn.gift(values), addOn: brings };
}

/** What one set of a bundle costs; null: it is no bundle, or not cheaper than its units by themselves. */
export function setFenOf({ kind, parameters }: Offer, priceOf: (skuId: string) => ComponentPrice): Fen | null {
  const bundle = kindInLane(kind, 'bundle');
  if (!bundle) return null;
  const values = parameters as AnyParameters;
  const prices = bundle.components(values).map(({ skuId }) => priceOf(skuId));
  return bundle.setAmountsFen(values, prices)?.reduce((sum, fen) => sum + fen, 0) ?? null;
}
