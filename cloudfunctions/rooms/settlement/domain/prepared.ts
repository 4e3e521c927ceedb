import { DEFAULT_TAKES } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { RateBps } from '../../../kernel/rate';
import type { Benefit } from './benefits';
import type { Offer } from './input';
import type { GiftTerms } from './offers/gift-terms';
import type {
  AddOnOfferKind,
  AnyOfferKind,
  AnyParameters,
  BundleOfferKind,
  GiftOfferKind,
  Ladder,
  LinePriceOfferKind,
  NthOfferKind,
  ReductionLane,
  ReductionOfferKind,
  RushOfferKind,
  SetComponent,
} from './offers/kind';
import { byId } from './order';
import { offerKindOf } from './registry';
import { bitsOf, ScopeTable } from './scopes';
import { type OfferSource, sourceOfOffer } from './source';

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
  /** Numbers that its parameters have by themselves, for its label: every 2, reduced 1, payRateBps 5,000. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** An offer that takes something off a sum. */
export interface PreparedReduction extends Prepared<ReductionOfferKind<AnyParameters>> {
  readonly lane: ReductionLane;
  /** Lane and stacking group. */
  readonly groupKey: string;
  readonly ladder: (baseFen: Fen, dearestUnitFen: Fen) => Ladder;
}

/** A set of units at one price. */
export interface PreparedBundle extends Prepared<BundleOfferKind<AnyParameters>> {
  /** In ascending SKU id, each SKU once. */
  readonly components: readonly SetComponent[];
  /** Sets of one order; null: all. */
  readonly maxSets: number | null;
  /** What comes with each set; null: nothing. */
  readonly gift: GiftTerms | null;
}

/** Goods that come free with units of its scope. */
export interface PreparedGift extends Prepared<GiftOfferKind<AnyParameters>> {
  /** Units of its scope for each time. */
  readonly everyUnits: number;
  /** Times of one order; null: all. */
  readonly maxTimes: number | null;
  readonly gift: GiftTerms;
}

/** What a spend on its scope brings that is no price. */
export interface PreparedAddOn extends Prepared<AddOnOfferKind<AnyParameters>> {
  readonly thresholdFen: Fen;
  readonly benefit: Benefit;
  /** Terms of the gift, where the benefit is one. */
  readonly gift: GiftTerms | null;
}

export interface PreparedRush extends Prepared<RushOfferKind<AnyParameters>> {
  /** What is left to pay of the rush fee. */
  readonly payRateBps: RateBps;
}

export type PreparedLinePrice = Prepared<LinePriceOfferKind<AnyParameters>>;
export type PreparedNth = Prepared<NthOfferKind<AnyParameters>>;

/** The offers of a shop at one moment of its campaigns, ready for any cart. Each list is in ascending offer id. */
export interface PreparedOffers {
  readonly all: readonly Prepared<AnyOfferKind>[];
  readonly linePrices: readonly PreparedLinePrice[];
  readonly bundles: readonly PreparedBundle[];
  readonly nths: readonly PreparedNth[];
  readonly gifts: readonly PreparedGift[];
  readonly reductions: readonly PreparedReduction[];
  readonly addOns: readonly PreparedAddOn[];
  readonly rushes: readonly PreparedRush[];
  readonly scopes: ScopeTable;
  readonly byOfferId: ReadonlyMap<string, Prepared<AnyOfferKind>>;
}

interface Lists extends PreparedOffers {
  readonly all: Prepared<AnyOfferKind>[];
  readonly linePrices: PreparedLinePrice[];
  readonly bundles: PreparedBundle[];
  readonly nths: PreparedNth[];
  readonly gifts: PreparedGift[];
  readonly reductions: PreparedReduction[];
  readonly addOns: PreparedAddOn[];
  readonly rushes: PreparedRush[];
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

/** All fields, always in one order: offers of many makes would be read slowly, and each is read at every quote. */
function laidOut(offer: Offer): Offer {
  const { offerId, kind, campaignId, title, scope, takes, startsAtMs, endsAtMs, paused, audience, funding } = offer;
  const { parameters } = offer;
  return {
    offerId,
    kind,
    campaignId,
    title,
    scope,
    takes,
    startsAtMs,
    endsAtMs,
    paused,
    audience,
    funding,
    parameters,
  } as Offer;
}

function addTo(lists: Lists, given: Offer, rank: number): void {
  if (lists.byOfferId.has(given.offerId)) throw new RangeError(`${given.offerId} is there twice`);
  const offer = laidOut(given);
  const kind = offerKindOf(offer.kind);
  const from = sourceOfOffer(offer, kind.lane);
  const scope = lists.scopes.add(kind.scopeOf?.(offer.parameters) ?? offer.scope);
  const takes = bitsOf(offer.takes ?? (kind.lane === 'nth' ? kind.takes : DEFAULT_TAKES));
  const shared = { offer, from, rank, scope, takes, numbers: numbersIn(offer.parameters) };
  const prepared = { ...shared, kind };
  lists.all.push(prepared);
  lists.byOfferId.set(offer.offerId, prepared);
  const { parameters } = offer;
  switch (kind.lane) {
    case 'line-price':
      lists.linePrices.push({ ...shared, kind });
      break;
    case 'bundle': {
      const components = kind.components(parameters);
      lists.bundles.push({
        ...shared,
        kind,
        components,
        maxSets: kind.maxSets(parameters),
        gift: kind.gift(parameters),
      });
      break;
    }
    case 'nth':
      lists.nths.push({ ...shared, kind });
      break;
    case 'gift': {
      const [everyUnits, maxTimes] = [kind.everyUnits(parameters), kind.maxTimes(parameters)];
      lists.gifts.push({ ...shared, kind, everyUnits, maxTimes, gift: kind.gift(parameters) });
      break;
    }
    case 'add-on': {
      const [thresholdFen, benefit] = [kind.thresholdFen(parameters), kind.benefit(parameters)];
      lists.addOns.push({ ...shared, kind, thresholdFen, benefit, gift: kind.gift(parameters) });
      break;
    }
    case 'rush':
      lists.rushes.push({ ...shared, kind, payRateBps: kind.payRateBps(parameters) });
      break;
    default: {
      const groupKey = `${kind.lane}:${kind.group(parameters)}`;
      lists.reductions.push({ ...shared, kind, lane: kind.lane, groupKey, ladder: ladderOf(kind, parameters) });
    }
  }
}

function numbersIn(parameters: AnyParameters): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(parameters)) if (typeof value === 'number') numbers[name] = value;
  return numbers;
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
