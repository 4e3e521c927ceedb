import type { Move } from './move';
import { realTake } from './move';
import type { Node } from './node';
import type { Ground } from './take-off';

/** Step of coupons: tiers and the first order come before. */
const COUPON_STEP = 5;

/** An open group of coupons: what its percentages take of each line at most, and its fixed or capped amounts. */
interface CouponGroup {
  readonly shareByLine: number[];
  hasShare: boolean;
  mostFen: number;
}

/**
 * Another bound, sharper where percentages meet: coupons' percentages multiply, and leave only their part of what tiers
 * took before them. Each group of coupons either takes shares or a fixed amount; the better of both for every group is
 * tried, 2^4 ways. Real numbers; only without floors, which move what one percentage takes to lines of another.
 */
export function compoundedFen({ chosen, open }: Node, gainsFen: readonly number[], { amountsFen }: Ground): number {
  const rates = amountsFen.map(() => 1);
  let [beforeFen, fixedFen] = [0, 0];
  for (const move of chosen) {
    const takeFen = realTake(move, move.option.baseFen);
    if (move.option.step < COUPON_STEP) beforeFen += takeFen;
    else if (move.share !== null && takeFen < move.mostFen) lower(rates, move);
    else fixedFen += takeFen;
  }
  const tierBest: number[] = [];
  const coupons: CouponGroup[] = [];
  for (let n = 0; n < open.length; n += 1) {
    const move = open[n];
    const gainFen = gainsFen[n] ?? -1;
    if (!move || gainFen <= 0) continue;
    if (move.option.step < COUPON_STEP) {
      tierBest[move.group] = Math.max(tierBest[move.group] ?? 0, realTake(move, move.option.baseFen));
      continue;
    }
    coupons[move.group] ??= { shareByLine: [], hasShare: false, mostFen: 0 };
    add(coupons[move.group], move);
  }
  for (const takeFen of tierBest) beforeFen += takeFen ?? 0;
  return lowest(Object.values(coupons), 0, rates, beforeFen, fixedFen, amountsFen);
}

function add(group: CouponGroup | undefined, move: Move): void {
  if (!group) return;
  const takeFen = realTake(move, move.option.baseFen);
  if (move.share === null || takeFen >= move.mostFen) {
    group.mostFen = Math.max(group.mostFen, takeFen);
    return;
  }
  group.hasShare = true;
  for (const i of move.option.lines) group.shareByLine[i] = Math.max(group.shareByLine[i] ?? 0, move.share);
}

function lower(rates: number[], { option, share }: Move): void {
  for (const i of option.lines) rates[i] = (rates[i] ?? 1) * (1 - (share ?? 0));
}

function lowest(
  groups: readonly CouponGroup[],
  from: number,
  rates: readonly number[],
  beforeFen: number,
  fixedFen: number,
  amountsFen: readonly number[],
): number {
  const group = groups[from];
  if (!group) {
    let [sumFen, highest] = [0, 0];
    for (let i = 0; i < amountsFen.length; i += 1) {
      sumFen += (amountsFen[i] ?? 0) * (rates[i] ?? 1);
      highest = Math.max(highest, rates[i] ?? 1);
    }
    return sumFen - highest * beforeFen - fixedFen;
  }
  const withFixed = lowest(groups, from + 1, rates, beforeFen, fixedFen + group.mostFen, amountsFen);
  if (!group.hasShare) return withFixed;
  const lowered = rates.map((rate, i) => rate * (1 - (group.shareByLine[i] ?? 0)));
  return Math.min(withFixed, lowest(groups, from + 1, lowered, beforeFen, fixedFen, amountsFen));
}
