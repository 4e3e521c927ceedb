import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import type { Found } from './found';
import { byTie, type Move, type Moves } from './move';
import { type Best, better, byTurns, EPSILON, isWorth } from './node';
import type { Option } from './option';
import { type Ground, type Taken, takenOff } from './take-off';

/**
 * The best of every group, where together they take as much as each could take of untouched lines: no choice takes more, and
 * most carts are so. Null: they get in each other's way, a tie would prefer another, or there are too many coupons.
 */
export function bestAtOnce({ all, groupCount }: Moves, { amountsFen, floorsFen }: Ground): Found | null {
  const picks = picksOf(all, groupCount);
  const chosen: Move[] = [];
  let couponCount = 0;
  for (const pick of picks) {
    if (!pick) continue;
    chosen.push(pick.move);
    if (pick.move.isCoupon) couponCount += 1;
  }
  if (couponCount > MAX_STACKING_GROUPS) return null;
  const leftFen = amountsFen.slice();
  const options: Option[] = [];
  const taken: Taken[] = [];
  let spareFen = EPSILON;
  for (const { option, group } of byTurns(chosen)) {
    const one = takenOff(option, leftFen, floorsFen);
    spareFen += (picks[group]?.gainFen ?? 0) - one.amountFen;
    if (one.amountFen === 0 || spareFen >= 1) return null;
    options.push(option);
    taken.push(one);
  }
  if (!isPreferred(all, picks, spareFen)) return null;
  let costFen = 0;
  for (const fen of leftFen) costFen += fen;
  return { options, costFen, couponCount, proven: true, considered: 1, taken, leftFen };
}

/** By group: what takes most of untouched lines. */
function picksOf(all: readonly Move[], groupCount: number): (Best | undefined)[] {
  const picks = new Array<Best | undefined>(groupCount).fill(undefined);
  for (const move of all)
    if (isWorth(move, move.largestFen)) picks[move.group] = better(picks[move.group], move, move.largestFen);
  return picks;
}

/** Whether no other move that could take as much comes before in a tie, nor a coupon could be spared. */
function isPreferred(all: readonly Move[], picks: readonly (Best | undefined)[], spareFen: number): boolean {
  for (const pick of picks) if (pick?.move.isCoupon && pick.gainFen <= spareFen) return false;
  for (const move of all) {
    const pick = picks[move.group];
    if (!pick || pick.move === move || move.largestFen < Math.max(0, pick.gainFen - spareFen)) continue;
    if (byTie(move, pick.move) < 0) return false;
  }
  return true;
}
