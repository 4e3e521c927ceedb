import fc from 'fast-check';
import type { Offer, QuoteInput, ShelfItem } from '../input';
import { NOW_MS } from './build';
import { randomInput } from './random';
import { exchangeCoupon } from './random-coupons';
import { anyOffer, type Named } from './random-kinds';
import { fen } from './random-parts';

const GIFTS = ['a', 'cup', 'bowl'];
const DAY_MS = 86_400_000;

type Conditions = Pick<Partial<Offer>, 'startsAtMs' | 'endsAtMs' | 'paused' | 'audience'>;

/** Nine of ten offers are open. */
const conditions: fc.Arbitrary<Conditions> = fc.oneof(
  { weight: 36, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Conditions>({ audience: { residents: 'new', tiers: ['normal', 'silver'] } }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Conditions>(
      { paused: true },
      { endsAtMs: NOW_MS },
      { startsAtMs: NOW_MS + 1 },
      { startsAtMs: NOW_MS, endsAtMs: NOW_MS + DAY_MS },
    ),
  },
);

/** Any kind under any conditions. */
const offer: fc.Arbitrary<Named> = fc.tuple(anyOffer, conditions).map(
  ([name, over]): Named =>
    (id) => ({ ...name(id), ...over }),
);

const shelf: fc.Arbitrary<ShelfItem[]> = fc.array(
  fc.record({
    skuId: fc.constantFrom('x', 'y', 'z'),
    categoryId: fc.constantFrom('food', 'home'),
    listUnitFen: fen,
    left: fc.integer({ min: 0, max: 20 }),
    noPromotion: fc.constantFrom(false, false, true),
  }),
  { maxLength: 3 },
);

/**
 * A whole input with offers of every kind of the registry at once, jointly funded, closed and for others now and then;
 * coupons of every kind; short gift stock and a shelf.
 */
export const wholeInput: fc.Arbitrary<QuoteInput> = fc
  .record({
    input: randomInput({ floors: true, maxCoupons: 4, offers: offer, maxOffers: 10 }),
    exchange: fc.option(exchangeCoupon),
    stock: fc.uniqueArray(fc.tuple(fc.constantFrom(...GIFTS), fc.integer({ min: 0, max: 6 })), {
      selector: ([skuId]) => skuId,
    }),
    others: shelf,
  })
  .map(({ input, exchange, stock, others }) => {
    const inCart = input.lines.map((line): ShelfItem => ({ ...line, left: 3 }));
    const shelves = new Map([...others, ...inCart].map((item) => [item.skuId, item]));
    return {
      ...input,
      coupons: exchange ? [...input.coupons, exchange('x')] : input.coupons,
      giftStock: Object.fromEntries(stock),
      shelf: [...shelves.values()],
    };
  });

/** As above, where no way to the next step is asked for. */
export const wholeInputNoShelf = wholeInput.map((input): QuoteInput => ({ ...input, shelf: undefined }));
