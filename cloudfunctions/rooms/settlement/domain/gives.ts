import type { Benefit } from './benefits';
import type { Offer } from './input';
import type { GiftTerms } from './offers/gift-terms';
import type { AnyOfferKind, AnyParameters, SetComponent } from './offers/kind';
import { offerKindOf } from './registry';

/** What an offer gives and is made of, whatever its kind. */
export interface OfferGives {
  /** Goods that it gives, with what stands in for them. */
  readonly gift: GiftTerms | null;
  /** SKUs of a set; empty: it is no bundle. */
  readonly components: readonly SetComponent[];
  readonly benefit: Benefit | null;
}

export function givesOf({ kind, parameters }: Offer): OfferGives {
  const definition = offerKindOf(kind);
  const values = parameters as AnyParameters;
  return {
    gift: giftOf(definition, values),
    components: definition.lane === 'bundle' ? definition.components(values) : [],
    benefit: definition.lane === 'add-on' ? definition.benefit(values) : null,
  };
}

function giftOf(definition: AnyOfferKind, values: AnyParameters): GiftTerms | null {
  const { lane } = definition;
  return lane === 'gift' || lane === 'bundle' || lane === 'add-on' ? definition.gift(values) : null;
}
