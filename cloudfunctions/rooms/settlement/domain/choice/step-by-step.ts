import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import { byBetter, type Choice } from './compare';
import type { Move, Moves } from './move';
import { byTurns } from './node';
import { type Ground, takeOff } from './take-off';

/** Of each group so many of the moves that take most alone are looked at on the way from nothing. */
const FEW = 6;

/** A choice with the moves that it is made of. */
interface Made extends Choice {
  readonly moves: readonly Move[];
}

/**
 * Better choices where the search met its limit: by one change at a time from the best found, from nothing, and from each
 * move taken in turn where it lowers the sum. So the best found never loses to people who choose step by step.
 */
export function stepByStep(found: Choice, moves: Moves, ground: Ground): Choice {
  const isFound = (move: Move) => found.options.includes(move.option);
  const settle = (chosen: readonly Move[]) => settled(chosen, ground);
  const starts = [moves.all.filter(isFound), steepest(moves, settle), oneByOne(moves, settle).moves];
  let best = found;
  for (const start of starts) {
    const reached = descended(settle(start), moves.all, settle);
    if (byBetter(reached, best) < 0) best = reached;
  }
  return { options: best.options, costFen: best.costFen, couponCount: best.couponCount };
}

type Settle = (chosen: readonly Move[]) => Made;

/** Takes the moves off in turn; those that take nothing are left out. */
function settled(chosen: readonly Move[], { amountsFen, floorsFen }: Ground): Made {
  const leftFen = amountsFen.slice();
  const moves = byTurns(chosen).filter(({ option }) => takeOff(option, leftFen, floorsFen) > 0);
  let costFen = 0;
  for (const fen of leftFen) costFen += fen;
  const couponCount = moves.filter(({ isCoupon }) => isCoupon).length;
  return { moves, options: moves.map(({ option }) => option), costFen, couponCount };
}

/** The best single change, again and again until none is better. */
function descended(start: Made, candidates: readonly Move[], settle: Settle): Made {
  for (let now = start; ; ) {
    let best = now;
    for (const changed of changesOf(now.moves, candidates)) {
      const other = settle(changed);
      if (byBetter(other, best) < 0) best = other;
    }
    if (best === now) return now;
    now = best;
  }
}

/** One more, one for another of its group, one less. */
function* changesOf(moves: readonly Move[], candidates: readonly Move[]): Generator<readonly Move[]> {
  for (const one of candidates) if (!moves.includes(one)) yield* legal([...without(moves, one), one]);
  for (const one of moves) yield without(moves, one);
}

/** Always what lowers most of what is left, among the few of each group that take most alone. */
function steepest({ all, groupCount }: Moves, settle: Settle): readonly Move[] {
  const few: Move[] = [];
  for (let group = 0; group < groupCount; group += 1)
    few.push(...byLargest(all.filter((move) => move.group === group)).slice(0, FEW));
  return descended(settle([]), few, settle).moves;
}

function oneByOne({ all }: Moves, settle: Settle): Made {
  let now = settle([]);
  for (const one of byLargest(all)) {
    for (const changed of legal([...without(now.moves, one), one])) {
      const other = settle(changed);
      if (byBetter(other, now) < 0) now = other;
    }
  }
  return now;
}

function byLargest(moves: readonly Move[]): Move[] {
  return [...moves].sort((a, b) => b.largestFen - a.largestFen || a.turn - b.turn);
}

/** Without the group of this move. */
function without(moves: readonly Move[], { group }: Move): Move[] {
  return moves.filter((move) => move.group !== group);
}

/** The choice, unless it has more coupons than one order may use. */
function legal(moves: readonly Move[]): (readonly Move[])[] {
  return moves.filter(({ isCoupon }) => isCoupon).length > MAX_STACKING_GROUPS ? [] : [moves];
}
