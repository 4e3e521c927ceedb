import { DEFAULT_TAKES } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { OfferSource } from './choice/option';
import type { Offer } from './input';
import type {
  AddOnOfferKind,
  AnyOfferKind,
  AnyParameters,
  BundleOfferKind,
  GiftOfferKind,
  Ladder,
  LinePriceOfferKind,
  NthOfferKind,
  ReductionOfferKind,
  RushOfferKind,
} from './offers/kind';
import { byId } from './order';
import { offerKindOf } from './registry';
import { bitsOf, ScopeTable } from './scopes';

/** An offer seen through its kind, with all that depends neither on a cart nor on a resident. */
export interface Prepared<Kind> {
  readonly offer: Offer;
  readonly kind: Kind;
  readonly from: OfferSource;
  /** Place by ascending offer id. */
  readonly rank: number;
  /** Number of its scope in the table. */
  readonly scope: number;
  /** Line prices that its scope takes in, as bits. */
  readonly takes: number;
}

/** An offer that takes something off a sum. */
export interface PreparedReduction extends Prepared<ReductionOfferKind<AnyParameters>> {
  /** Lane and stacking group. */
  readonly groupKey: string;
  readonly ladder: (baseFen: Fen, dearestUnitFen: Fen) => Ladder;
}

/** The offers of a shop at one moment of its campaigns, ready for any cart. Each list is in ascending offer id. */
export interface PreparedOffers {
  readonly all: readonly Prepared<AnyOfferKind>[];
  readonly linePrices: readonly Prepared<LinePriceOfferKind<AnyParameters>>[];
  readonly bundles: readonly Prepared<BundleOfferKind<AnyParameters>>[];
  readonly nths: readonly Prepared<NthOfferKind<AnyParameters>>[];
  readonly gifts: readonly Prepared<GiftOfferKind<AnyParameters>>[];
  readonly reductions: readonly PreparedReduction[];
  readonly addOns: readonly Prepared<AddOnOfferKind<AnyParameters>>[];
  readonly rushes: readonly Prepared<RushOfferKind<AnyParameters>>[];
  readonly scopes: ScopeTable;
  readonly byOfferId: ReadonlyMap<string, Prepared<AnyOfferKind>>;
}

interface Lists extends PreparedOffers {
  readonly all: Prepared<AnyOfferKind>[];
  readonly linePrices: Prepared<LinePriceOfferKind<AnyParameters>>[];
  readonly bundles: Prepared<BundleOfferKind<AnyParameters>>[];
  readonly nths: Prepared<NthOfferKind<AnyParameters>>[];
  readonly gifts: Prepared<GiftOfferKind<AnyParameters>>[];
  readonly reductions: PreparedReduction[];
  readonly addOns: Prepared<AddOnOfferKind<AnyParameters>>[];
  readonly rushes: Prepared<RushOfferKind<AnyParameters>>[];
  readonly byOfferId: Map<string, Prepared<AnyOfferKind>>;
}

/** Prepares offers once for many quotes: the price is the same as with `settle`. Throws where an id is there twice. */
export function prepareOffers(offers: readonly Offer[]): PreparedOffers {
  const lists: Lists = {
    all: [],
    linePrices: [],
    bundles: [],
    nths: [],
    gifts: [],
    reductions: [],
    addOns: [],
    rushes: [],
    scopes: new ScopeTable(),
    byOfferId: new Map(),
  };
  const ranked = [...offers].sort((a, b) => byId(a.offerId, b.offerId));
  for (const [rank, offer] of ranked.entries()) addTo(lists, offer, rank);
  return lists;
}

function addTo(lists: Lists, offer: Offer, rank: number): void {
  if (lists.byOfferId.has(offer.offerId)) throw new RangeError(`${offer.offerId} is there twice`);
  const kind = offerKindOf(offer.kind);
  const from: OfferSource = { source: 'offer', id: offer.offerId, offer };
  const scope = lists.scopes.add(kind.scopeOf?.(offer.parameters) ?? offer.scope);
  const takes = bitsOf(offer.takes ?? (kind.lane === 'nth' ? kind.takes : DEFAULT_TAKES));
  const shared = { offer, from, rank, scope, takes };
  const prepared = { ...shared, kind };
  lists.all.push(prepared);
  lists.byOfferId.set(offer.offerId, prepared);
  switch (kind.lane) {
    case 'line-price':
      lists.linePrices.push({ ...shared, kind });
      break;
    case 'bundle':
      lists.bundles.push({ ...shared, kind });
      break;
    case 'nth':
      lists.nths.push({ ...shared, kind });
      break;
    case 'gift':
      lists.gifts.push({ ...shared, kind });
      break;
    case 'add-on':
      lists.addOns.push({ ...shared, kind });
      break;
    case 'rush':
      lists.rushes.push({ ...shared, kind });
      break;
    default:
      lists.reductions.push({
        ...shared,
        kind,
        groupKey: `${kind.lane}:${kind.group(offer.parameters)}`,
        ladder: ladderOf(kind, offer.parameters),
      });
  }
}

function ladderOf<P>(kind: ReductionOfferKind<P>, parameters: P): PreparedReduction['ladder'] {
  return kind.ladderOf?.(parameters) ?? ((baseFen, dearestUnitFen) => kind.ladder(parameters, baseFen, dearestUnitFen));
}

const known = new WeakMap<readonly Offer[], PreparedOffers>();

/**
 * As `prepareOffers`, remembered for this very list: lists of offers never change, a campaign's change brings another
 * list.
 */
export function preparedFor(offers: readonly Offer[]): PreparedOffers {
  const before = known.get(offers);
  if (before) return before;
  const prepared = prepareOffers(offers);
  known.set(offers, prepared);
  return prepared;
}
