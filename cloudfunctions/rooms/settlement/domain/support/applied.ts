import type { QuoteInput } from '../input';
import type { Quote } from '../quote';
import { couponKinds, offerKinds } from '../registry';

/** In how many cases each kind of offer, coupon and benefit was applied: properties of what never applies prove nothing. */
export class Applied {
  private readonly cases = new Map<string, number>();
  private count = 0;

  note(input: QuoteInput, quote: Quote): void {
    this.count += 1;
    for (const name of new Set(namesIn(input, quote))) this.cases.set(name, (this.cases.get(name) ?? 0) + 1);
  }

  /** Names that were in none. */
  never(names: readonly string[]): string[] {
    return names.filter((name) => !this.cases.has(name));
  }

  /** Names that were in fewer than 1 of 100 cases: nothing is missing where the list is empty. */
  rare(names: readonly string[]): string[] {
    // The rarest are in 2 to 3 of 100: few cases say little, so of these one is enough.
    const least = this.count < 1000 ? 1 : this.count / 100;
    const rare = names.filter((name) => (this.cases.get(name) ?? 0) < least);
    return rare.map((name) => `${name}: ${this.cases.get(name) ?? 0} of ${this.count}`);
  }
}

const BENEFITS = Object.keys(offerKinds['spend-add-on'].parameters.benefit.of);

/** Every kind that there is, by the registry. */
export const EVERY_KIND: readonly string[] = [
  ...Object.keys(offerKinds),
  ...Object.keys(couponKinds).map((kind) => `coupon-${kind}`),
];

/** What a cart can have besides kinds, and must have now and then. */
export const EVERY_TURN: readonly string[] = [
  ...BENEFITS.map((form) => `benefit ${form}`),
  ...['member-freight', 'points-goods', 'points-freight'],
  ...['two merchants', 'gift of a set', 'substitute', 'out of stock', 'at its floor', 'missed by line price', 'closed'],
  ...['several lines of a SKU', 'four kinds at once'],
];

function namesIn(input: QuoteInput, quote: Quote): string[] {
  const kindOf = new Map(input.offers.map(({ offerId, kind }) => [offerId, kind]));
  const kinds = [
    ...quote.adjustments.map(({ kind }) => kind),
    ...[...quote.gifts, ...quote.addOns].flatMap(({ offerId }) => kindOf.get(offerId) ?? []),
  ];
  const benefits = quote.addOns.map(({ benefit }) => `benefit ${benefit.form}`);
  return [...kinds, ...benefits, ...turnsIn(input, quote, new Set(kinds).size, kindOf)];
}

function turnsIn(input: QuoteInput, quote: Quote, kinds: number, kindOf: ReadonlyMap<string, string>): string[] {
  const reasons = new Set(quote.notApplied.map(({ reason }) => reason));
  const floors = new Map(input.lines.map(({ skuId, floorUnitFen = 0 }) => [skuId, floorUnitFen]));
  const turns: Readonly<Record<string, boolean>> = {
    'two merchants': Object.keys(quote.funding.merchantsFen).length > 1,
    'gift of a set': quote.gifts.some(({ offerId }) => kindOf.get(offerId) === 'bundle'),
    substitute: quote.gifts.some(({ substituteFor }) => substituteFor !== null),
    'out of stock': reasons.has('GIFT_OUT_OF_STOCK'),
    'at its floor': quote.lines.some((line) => line.paidFen > 0 && line.paidFen === atFloor(line, floors)),
    'missed by line price': reasons.has('MISSED_BY_LINE_PRICE'),
    closed: reasons.has('PAUSED') || reasons.has('ENDED') || reasons.has('NOT_YET') || reasons.has('NOT_FOR_YOU'),
    'several lines of a SKU': new Set(quote.lines.map(({ skuId }) => skuId)).size < quote.lines.length,
    'four kinds at once': kinds >= 4,
  };
  return Object.keys(turns).filter((name) => turns[name]);
}

/** Its floor, where something lowered it. */
function atFloor({ skuId, quantity, listFen }: Quote['lines'][number], floors: ReadonlyMap<string, number>): number {
  const floorFen = (floors.get(skuId) ?? 0) * quantity;
  return floorFen < listFen ? floorFen : -1;
}
