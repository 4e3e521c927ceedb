import type { Quote } from '../../cloudfunctions/rooms/settlement';
import type { Expected } from './case';

/** What a quote came to, in the words of a case: only what the case names. */
export function seenAs(expected: Expected, quote: Quote): Expected {
  const all: Required<Expected> = { ...moneyOf(quote), ...partsOf(quote), ...restOf(quote) };
  const seen = Object.fromEntries(Object.entries(all).filter(([key]) => key in expected)) as Expected;
  return {
    ...seen,
    ...(expected.allocated && { allocated: named(all.allocated, expected.allocated) }),
    ...(expected.funding && { funding: named(all.funding, expected.funding) }),
    ...(expected.nextStep && quote.nextStep && { nextStep: named({ ...quote.nextStep }, expected.nextStep) }),
  };
}

/** The fields that the other has, so that a difference shows both. */
function named<T>(all: Readonly<Record<string, T>>, as: object): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in as));
}

function moneyOf(quote: Quote) {
  const { payableFen, goodsFen, freight, points, earns, funding } = quote;
  const { used, valueFen, maxUsablePoints } = points;
  return {
    payableFen,
    goodsFen,
    freightPaidFen: freight.paidFen,
    points: { used, valueFen, maxUsablePoints },
    earns: earns.points,
    chances: earns.chances,
    fundingSum: funding,
  };
}

function partsOf({ lines, adjustments, gifts, addOns }: Quote) {
  const shares = adjustments.map(({ id, allocation }) => {
    return [id, Object.fromEntries(allocation.map(({ lineId, amountFen }) => [lineId, amountFen]))] as const;
  });
  return {
    lines: Object.fromEntries(lines.map((line) => [line.lineId, line.paidFen])),
    applied: Object.fromEntries(adjustments.map((one) => [one.id, one.amountFen])),
    allocated: Object.fromEntries(shares),
    order: [...adjustments.filter(({ step }) => step !== 'freight').map(({ id }) => id), 'freight'],
    gifts: Object.fromEntries(gifts.map(({ lineId, skuId, quantity }) => [lineId, [skuId, quantity] as const])),
    addOns: Object.fromEntries(addOns.map(({ offerId, benefit }) => [offerId, benefit])),
  };
}

function restOf({ notApplied, coupons, nextStep, adjustments, gifts, addOns }: Quote) {
  const borne = [
    ...adjustments.map(({ id, funding }) => [id, funding] as const),
    ...gifts.map(({ lineId, funding }) => [lineId, funding] as const),
    ...addOns.map(({ offerId, funding }) => [offerId, funding] as const),
  ];
  const missed = notApplied.map(({ id, reason, gapFen, gapUnits }) => {
    const gap = gapFen ?? gapUnits;
    return [id, gap === null ? reason : ([reason, gap] as const)] as const;
  });
  return {
    notApplied: Object.fromEntries(missed),
    chosen: coupons.chosenIds,
    nextStep,
    funding: Object.fromEntries(borne),
  };
}
