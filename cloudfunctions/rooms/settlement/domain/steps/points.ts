import type { Fen } from '../../../../kernel/fen';
import { floorOfRate } from '../../../../kernel/rate';
import { shareOver, sharePoints } from '../choice/take-off';
import type { QuoteInput } from '../input';
import type { Adjustment } from '../quote';
import { allocationOf, onFreight, ownAdjustment } from './adjustment';
import type { PricedLines } from './priced-lines';

export interface PointsOnGoods {
  readonly used: number;
  readonly maxUsable: number;
  readonly adjustment: Adjustment | null;
  /** Points by line index; empty: none. */
  readonly pointsOf: readonly number[];
}

export interface PointsOnFreight {
  readonly used: number;
  readonly offFen: Fen;
  readonly adjustment: Adjustment | null;
}

const NO_POINTS: readonly number[] = [];

/**
 * Step 6: at most the rule's share of what is left of the goods, in whole units, greedily up to the wish. noPromotion
 * lines take no points. Lowers the amounts in place.
 */
export function payGoodsByPoints(
  { pointsWish, pointsRule, resident }: QuoteInput,
  { lines, floorsFen }: PricedLines,
  amountsFen: Fen[],
): PointsOnGoods {
  const { unitPoints, unitFen, shareBps } = pointsRule;
  let [leftFen, roomFen] = [0, 0];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.noPromotion) continue;
    leftFen += amountsFen[i] ?? 0;
    roomFen += (amountsFen[i] ?? 0) - (floorsFen[i] ?? 0);
  }
  const maxUnits = Math.floor(Math.min(floorOfRate(leftFen, shareBps), roomFen) / unitFen);
  const units = Math.min(maxUnits, Math.floor(Math.min(pointsWish, resident.spendablePoints) / unitPoints));
  const maxUsable = Math.min(maxUnits, Math.floor(resident.spendablePoints / unitPoints)) * unitPoints;
  if (units === 0) return { used: 0, maxUsable, adjustment: null, pointsOf: NO_POINTS };
  const used = units * unitPoints;
  const payable: number[] = [];
  for (let i = 0; i < lines.length; i += 1) if (!lines[i]?.noPromotion) payable.push(i);
  const sharesFen = shareOver(units * unitFen, payable, amountsFen, floorsFen);
  const pointShares = sharePoints(used, sharesFen);
  const pointsOf = new Array<number>(lines.length).fill(0);
  for (let n = 0; n < payable.length; n += 1) pointsOf[payable[n] ?? 0] = pointShares[n] ?? 0;
  const allocation = allocationOf(payable, sharesFen, lines);
  const adjustment = ownAdjustment('points', 'points-goods', allocation, { points: used });
  return { used, maxUsable, adjustment, pointsOf };
}

/** Step 8, last: points left of the wish, in whole units, on freight. */
export function payFreightByPoints(
  { pointsWish, pointsRule, resident }: QuoteInput,
  freightLeftFen: Fen,
  usedOnGoods: number,
): PointsOnFreight {
  const { unitPoints, unitFen } = pointsRule;
  const wishLeft = Math.max(0, Math.min(pointsWish, resident.spendablePoints) - usedOnGoods);
  const units = Math.min(Math.floor(freightLeftFen / unitFen), Math.floor(wishLeft / unitPoints));
  if (units === 0) return { used: 0, offFen: 0, adjustment: null };
  const used = units * unitPoints;
  const offFen = units * unitFen;
  return { used, offFen, adjustment: ownAdjustment('freight', 'points-freight', onFreight(offFen), { points: used }) };
}
