import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { CartLine, Offer } from '../input';
import type { AnyParameters, LinePriceOfferKind } from '../offers/kind';
import { byId } from '../order';
import { offerKindOf } from '../registry';
import { assignUnits, type UnitCost } from './assign-units';
import { isInScope } from './scope';
import type { WorkingLine } from './working-line';

/**
 * Equal sums: more units in bundles, then flash, window, tier, list; then lower offer ids (the rank is added). The steps
 * between them exceed what a hundred moves of a kind below can add up to, and all stays in safe integers.
 */
const PREFERENCE: Readonly<Record<LinePriceKind, number>> = {
  bundle: -2e13,
  flash: -1e11,
  window: -1e8,
  tier: -1e5,
  list: 0,
};
const LINE_ORDER: readonly LinePriceKind[] = ['bundle', 'flash', 'window', 'tier', 'list'];

interface PriceOffer {
  readonly offer: Offer;
  readonly kind: LinePriceOfferKind<AnyParameters>;
}

interface Price extends UnitCost {
  readonly linePrice: LinePriceKind;
  readonly offerId: string | null;
}

/**
 * Step 1: gives each unit of the selected lines one price, so that the sum is lowest. Offers must be open; those of
 * other lanes are passed over. Lines come out in ascending SKU id, units of one price in one line.
 */
export function priceLines(cart: readonly CartLine[], offers: readonly Offer[]): WorkingLine[] {
  const lines = cart.filter((line) => line.selected).sort((a, b) => byId(a.skuId, b.skuId));
  const priceOffers = offers.flatMap((offer): PriceOffer[] => {
    const kind = offerKindOf(offer.kind);
    return kind.lane === 'line-price' ? [{ offer, kind }] : [];
  });
  const ranked = priceOffers.sort((a, b) => byId(a.offer.offerId, b.offer.offerId));
  const unlimited = ranked.filter((p) => !isLimited(p, lines));
  const limited = ranked.filter((p) => isLimited(p, lines));
  const prices = lines.map((line) => [
    cheapest([listPrice(line), ...unlimited.flatMap((p) => priceOf(p, line, ranked.indexOf(p)) ?? [])]),
    ...limited.map((p) => priceOf(p, line, ranked.indexOf(p))),
  ]);
  const capacities = [
    Number.POSITIVE_INFINITY,
    ...limited.map(({ offer, kind }) => kind.maxUnits(offer.parameters) ?? 0),
  ];
  const demands = lines.map((line, i) => ({ quantity: line.quantity, costs: prices[i] ?? [] }));
  const units = limited.length > 0 ? assignUnits(demands, capacities) : lines.map((line) => [line.quantity]);
  return lines.flatMap((line, i) => splitByPrice(line, prices[i] ?? [], units[i] ?? []));
}

/** A limit that the cart cannot reach is none. */
function isLimited({ offer, kind }: PriceOffer, lines: readonly CartLine[]): boolean {
  const maxUnits = kind.maxUnits(offer.parameters);
  if (maxUnits === null) return false;
  return lines.reduce((sum, line) => sum + (isInScope(offer.scope, line) ? line.quantity : 0), 0) > maxUnits;
}

function listPrice(line: CartLine): Price {
  return { fen: line.listUnitFen, preference: PREFERENCE.list, linePrice: 'list', offerId: null };
}

/** The offer's price for the line; undefined where it is out of scope or not below the list price. */
function priceOf({ offer, kind }: PriceOffer, line: CartLine, rank: number): Price | undefined {
  if (!isInScope(offer.scope, line)) return undefined;
  const fen = Math.max(kind.unitFen(offer.parameters, line.listUnitFen), floorUnitOf(line));
  if (fen >= line.listUnitFen) return undefined;
  return { fen, preference: PREFERENCE[kind.linePrice] + rank, linePrice: kind.linePrice, offerId: offer.offerId };
}

function cheapest(prices: readonly Price[]): Price | undefined {
  return [...prices].sort((a, b) => a.fen - b.fen || a.preference - b.preference)[0];
}

function floorUnitOf(line: CartLine): Fen {
  return Math.min(line.floorUnitFen ?? 0, line.listUnitFen);
}

function splitByPrice(line: CartLine, prices: readonly (Price | undefined)[], units: readonly number[]): WorkingLine[] {
  const parts = prices
    .flatMap((price, s) => (price && (units[s] ?? 0) > 0 ? [{ price, quantity: units[s] ?? 0 }] : []))
    .sort(
      (a, b) =>
        LINE_ORDER.indexOf(a.price.linePrice) - LINE_ORDER.indexOf(b.price.linePrice) ||
        byId(a.price.offerId ?? '', b.price.offerId ?? ''),
    );
  return parts.map(({ price, quantity }, n) => ({
    lineId: n === 0 ? line.skuId : `${line.skuId}~${n + 1}`,
    skuId: line.skuId,
    categoryId: line.categoryId,
    quantity,
    listUnitFen: line.listUnitFen,
    unitFen: price.fen,
    linePrice: price.linePrice,
    offerId: price.offerId,
    nthOfferId: null,
    noPromotion: line.noPromotion ?? false,
    listFen: line.listUnitFen * quantity,
    amountFen: price.fen * quantity,
    floorFen: floorUnitOf(line) * quantity,
  }));
}
