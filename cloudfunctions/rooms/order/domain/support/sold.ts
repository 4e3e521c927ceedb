import fc from 'fast-check';
import type { Adjustment, GiftLine, Quote, QuoteLine } from '../../../settlement';
import { unitsWithoutCause } from '../refund/gifts';
import type { Sold } from '../refund/units';

const NOBODY = { shopFen: 0, merchantsFen: {} };

export const aLine = (lineId: string, over: Partial<QuoteLine> = {}): QuoteLine => ({
  ...{ lineId, skuId: lineId.replace(/~\d+$/, ''), quantity: 1, linePrice: 'list', offerId: null, nthOfferId: null },
  ...{ listUnitFen: 1_000, unitFen: 1_000, listFen: 1_000, amountFen: 1_000, paidFen: 1_000, points: 0 },
  noPromotion: false,
  ...over,
});

export const aGift = (offerId: string, over: Partial<GiftLine> = {}): GiftLine => ({
  ...{
    lineId: `gift:${offerId}`,
    skuId: `g_${offerId}`,
    quantity: 1,
    valueUnitFen: 300,
    offerId,
    campaignId: 'launch',
  },
  ...{ title: null, substituteFor: null, trigger: { form: 'spend', thresholdFen: 1_000 }, funding: NOBODY },
  ...over,
});

export const aCut = (offerId: string, allocation: Adjustment['allocation']): Adjustment => ({
  ...{
    id: `spend-tier:${offerId}`,
    step: 'spend-tier',
    kind: 'spend-tiers',
    offerId,
    couponId: null,
    templateId: null,
  },
  ...{ campaignId: 'launch', title: null, numbers: {}, funding: NOBODY, allocation },
  amountFen: allocation.reduce((sum, entry) => sum + entry.amountFen, 0),
});

interface Parts {
  readonly lines: readonly QuoteLine[];
  readonly gifts?: readonly GiftLine[];
  readonly adjustments?: readonly Adjustment[];
  readonly freight?: { readonly paidFen: number; readonly points: number };
}

/** A frozen price as far as refunds look at it. */
export function aQuote({ lines, gifts = [], adjustments = [], freight = { paidFen: 0, points: 0 } }: Parts): Quote {
  const goodsPaidFen = lines.reduce((sum, { paidFen }) => sum + paidFen, 0);
  const used = lines.reduce((sum, { points }) => sum + points, freight.points);
  return {
    ...{ lines, gifts, adjustments, goodsPaidFen, addOns: [], notApplied: [], nextStep: null },
    freight: { baseFen: freight.paidFen, rushFen: 0, ...freight },
    points: { used },
    payableFen: goodsPaidFen + freight.paidFen,
  } as unknown as Quote;
}

const anyLine = (lineId: string): fc.Arbitrary<QuoteLine> =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 7 }),
      // Prices of few fen are where rounding bites.
      paidFen: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9_999 })),
      points: fc.integer({ min: 0, max: 300 }),
      noPromotion: fc.boolean(),
    })
    .map((over) => aLine(lineId, over));

function anyGift(offerId: string, lines: readonly QuoteLine[]): fc.Arbitrary<GiftLine> {
  const lineIds = lines.map(({ lineId }) => lineId);
  const units = fc.record({
    form: fc.constant('units' as const),
    needs: fc.array(
      fc.record({ lineIds: fc.subarray(lineIds, { minLength: 1 }), units: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 2 },
    ),
    giftsEach: fc.integer({ min: 1, max: 2 }),
    maxTimes: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  const spend = fc.constant({ form: 'spend' as const, thresholdFen: 1_000 });
  return fc
    .record({
      trigger: fc.oneof(units, spend),
      quantity: fc.integer({ min: 1, max: 3 }),
      valueUnitFen: fc.integer({ min: 1, max: 2_000 }),
    })
    .map((over) => aGift(offerId, over));
}

const NAMES = ['apple', 'bread', 'bread~2', 'milk'];

/** An order with rounding, points, freight, gifts from units and from thresholds, and a reduction on its lines. */
export const anySold: fc.Arbitrary<Sold> = fc
  .integer({ min: 1, max: NAMES.length })
  .chain((count) => fc.tuple(...NAMES.slice(0, count).map(anyLine)))
  .chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      gifts: fc.tuple(anyGift('one', lines), anyGift('two', lines)).chain((both) => fc.subarray(both)),
      cuts: fc.tuple(...lines.map(() => fc.integer({ min: 0, max: 500 }))),
      freight: fc.record({ paidFen: fc.integer({ min: 0, max: 900 }), points: fc.integer({ min: 0, max: 100 }) }),
    }),
  )
  .map(({ lines, gifts, cuts, freight }) => {
    const allocation = lines.map(({ lineId }, index) => ({ lineId, amountFen: 0 - (cuts[index] ?? 0) }));
    const quote = aQuote({ lines, freight, adjustments: [aCut('tiers', allocation)] });
    return { quote: { ...quote, gifts: gifts.flatMap((gift) => deserved(quote, gift)) }, refunds: {} };
  });

/** Nobody was given more than the bought units are good for. */
function deserved(quote: Quote, gift: GiftLine): GiftLine[] {
  const quantity = gift.quantity - unitsWithoutCause({ quote, refunds: {} }, [], [gift]);
  return quantity > 0 ? [{ ...gift, quantity: Math.min(quantity, gift.quantity) }] : [];
}
