import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import type { Choice } from './compare';
import { byTie, type Move, type Moves } from './move';
import { type Best, better, byTurns, EPSILON, isWorth } from './node';
import { type Ground, takeOff } from './take-off';

/**
 * The best of every group, where together they take as much as each could take of untouched lines: no choice takes more, and
 * most carts are so. Null: they get in each other's way, a tie would prefer another, or there are too many coupons.
 */
export function bestAtOnce({ all, groupCount }: Moves, { amountsFen, floorsFen }: Ground): Choice | null {
  const picks: (Best | undefined)[] = [];
  for (let group = 0; group < groupCount; group += 1) picks.push(undefined);
  for (const move of all)
    if (isWorth(move, move.largestFen)) picks[move.group] = better(picks[move.group], move, move.largestFen);
  const chosen: Move[] = [];
  for (const pick of picks) if (pick) chosen.push(pick.move);
  const couponCount = chosen.filter(({ isCoupon }) => isCoupon).length;
  if (couponCount > MAX_STACKING_GROUPS) return null;
  const leftFen = amountsFen.slice();
  const moves = byTurns(chosen);
  let spareFen = EPSILON;
  for (const { option, group } of moves) {
    const takenFen = takeOff(option, leftFen, floorsFen);
    spareFen += (picks[group]?.gainFen ?? 0) - takenFen;
    if (takenFen === 0 || spareFen >= 1) return null;
  }
  if (!isPreferred(all, picks, spareFen)) return null;
  let costFen = 0;
  for (const fen of leftFen) costFen += fen;
  return { options: moves.map(({ option }) => option), costFen, couponCount };
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
