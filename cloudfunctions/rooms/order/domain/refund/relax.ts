import type { GiftLine } from '../../../settlement';
import { isGivenBack, isShopsFault } from '../refund-states';
import { byTrigger, unitsNamed, unitsWithoutCause } from './gifts';
import type { Refund, Refunds } from './record';
import { countedRefunds, type Sold } from './units';

/** What a refund that will not be leaves to mend in the others. */
export interface Relaxed {
  /** Refunds with less deducted, or with the freight that went with the dropped one. */
  readonly refunds: Refunds;
  /** Deducted from money that went back already: to be given back by a refund of its own. */
  readonly undoneFen: number;
  /** Goes with that refund where a refund that is given is the shop's fault and none that waits can bring it. */
  readonly freight: Freight;
}

export type Freight = Pick<Sold['quote']['freight'], 'paidFen' | 'points'>;

export const NO_FREIGHT: Freight = { paidFen: 0, points: 0 };

/**
 * `sold` has the refund dropped already. Its units are kept after all, so a gift that others named for it may have its cause
 * again: what they deduct shrinks, the newest first, those that still wait before those that are given. It never grows: what
 * the resident saw is what comes, and a gift that the dropped one named for another's sake is named by the next refund. Gifts
 * that were handed in are back and paid for: they stay named.
 */
export function relaxed(sold: Sold): Relaxed {
  const moved = withFreight(sold);
  const refunds: { [refundNumber: string]: Refund } = { ...moved.refunds };
  let undoneFen = 0;
  for (const lines of byTrigger(sold.quote.gifts)) {
    const now = { ...sold, refunds: { ...sold.refunds, ...refunds } };
    const counted = countedRefunds(now);
    const named = lines.reduce((sum, { lineId }) => sum + unitsNamed(counted, lineId), 0);
    let excess = named - Math.max(0, unitsWithoutCause(sold, counted, lines));
    for (const [refundNumber, refund] of inTurn(now.refunds)) {
      if (excess <= 0) break;
      const { after, units, fen } = lessOf(refund, lines, excess);
      if (units === 0) continue;
      refunds[refundNumber] = after;
      excess -= units;
      if (isGivenBack(refund.state)) undoneFen += fen;
    }
  }
  return { refunds, undoneFen, freight: moved.freight };
}

/** Those that wait first, then those that are given and whose gifts were not handed in; of each the newest first. */
function inTurn(refunds: Refunds): [string, Refund][] {
  const counted = countedRefunds({ refunds });
  return Object.entries(refunds)
    .filter(([, refund]) => counted.includes(refund) && refund.giftsBackBy === undefined)
    .sort(([, a], [, b]) => Number(isGivenBack(a.state)) - Number(isGivenBack(b.state)) || b.atMs - a.atMs);
}

/** One refund with up to `most` units of these gifts named less. What was paid out stays as it was. */
function lessOf(refund: Refund, lines: readonly GiftLine[], most: number) {
  const gifts = { ...refund.amounts.gifts };
  let [units, fen] = [0, 0];
  for (const { lineId, valueUnitFen } of lines) {
    const gift = gifts[lineId];
    const less = Math.min(gift?.units ?? 0, most - units);
    if (!gift || less === 0) continue;
    const deductedFen = Math.min(gift.deductedFen, (gift.units - less) * valueUnitFen);
    units += less;
    fen += gift.deductedFen - deductedFen;
    gifts[lineId] = { units: gift.units - less, deductedFen };
  }
  const { amounts } = refund;
  const money = isGivenBack(refund.state)
    ? {}
    : { deductedFen: amounts.deductedFen - fen, amountFen: amounts.amountFen + fen };
  return { after: { ...refund, amounts: { ...amounts, ...money, gifts } }, units, fen };
}

/**
 * The freight goes with the first refund that is the shop's fault. Where that one is dropped, with the next of them that waits;
 * where all of them are given, with a refund of its own.
 */
function withFreight({ quote, refunds }: Sold): Pick<Relaxed, 'refunds' | 'freight'> {
  const { paidFen, points } = quote.freight;
  const counted = countedRefunds({ refunds });
  const isGone = counted.some(({ amounts }) => amounts.freightFen > 0 || amounts.freightPoints > 0);
  const isDue = counted.some(({ cause, reason }) => cause === 'after-sales' && isShopsFault(reason));
  if (isGone || !isDue) return { refunds: {}, freight: NO_FREIGHT };
  const [next] = Object.entries(refunds)
    .filter(([, { state, reason }]) => (state === 'asked' || state === 'goods-to-come') && isShopsFault(reason))
    .sort(([, a], [, b]) => a.atMs - b.atMs);
  if (!next) return { refunds: {}, freight: { paidFen, points } };
  const [refundNumber, refund] = next;
  const { amounts } = refund;
  const more = {
    ...{ freightFen: paidFen, freightPoints: points },
    ...{ amountFen: amounts.amountFen + paidFen, pointsBack: amounts.pointsBack + points },
  };
  return { refunds: { [refundNumber]: { ...refund, amounts: { ...amounts, ...more } } }, freight: NO_FREIGHT };
}
