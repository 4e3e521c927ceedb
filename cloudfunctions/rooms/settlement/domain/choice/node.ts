import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import { sorted } from '../order';
import { byTie, type Move } from './move';
import type { Ground } from './take-off';

/** A part of all choices. Both lists in the order of taking off. */
export interface Node {
  /** Of groups that are decided. */
  readonly chosen: readonly Move[];
  /** Moves of the other groups that may still win. */
  readonly open: readonly Move[];
  readonly couponCount: number;
}

/** Of an open group: what it could take at most, and by which move. */
export interface Best {
  readonly gainFen: number;
  readonly move: Move;
}

/** A node with what bounds say of it. */
export interface Bounded extends Node {
  /** By open move. */
  readonly gainsFen: readonly number[];
  /** By group; undefined: nothing of it is open. */
  readonly picks: readonly (Best | undefined)[];
  /**
   * What the chosen leave, less the gains of the picks: a choice with a move that gains so much less than its group's pick
   * leaves at least so much more.
   */
  readonly additiveFen: number;
  /** No choice of this part leaves less: a real number. */
  readonly lowestFen: number;
}

/** Real numbers of at most 2^45 differ by less than this from what they should be. */
export const EPSILON = 1e-3;

/**
 * What can take nothing is left out: the choice without it is the same. A coupon must lower the sum as well; an offer
 * applies by itself, also where a percentage after it makes up for it.
 */
export function isWorth({ isCoupon }: Move, gainFen: number): boolean {
  return isCoupon ? gainFen > 0 : gainFen >= 0;
}

/** What can take more; of equal ones that which a tie prefers. */
export function better(known: Best | undefined, move: Move, gainFen: number): Best {
  if (!known) return { move, gainFen };
  const isEqual = Math.abs(gainFen - known.gainFen) <= EPSILON;
  if (isEqual ? byTie(move, known.move) > 0 : gainFen < known.gainFen) return known;
  return { move, gainFen: Math.max(gainFen, known.gainFen) };
}

/** The best of the open groups, as far as coupons may still be used. */
export function picked(picks: readonly (Best | undefined)[], couponCount: number): Move[] {
  const moves: Move[] = [];
  let coupons = couponCount;
  for (const pick of picks) {
    if (!pick) continue;
    moves.push(pick.move);
    if (pick.move.isCoupon) coupons += 1;
  }
  return coupons > MAX_STACKING_GROUPS ? withFewerCoupons(picks, couponCount) : moves;
}

/** Coupons that gain most first. */
function withFewerCoupons(picks: readonly (Best | undefined)[], couponCount: number): Move[] {
  let coupons = couponCount;
  const found: Move[] = [];
  for (const { move } of picks.flatMap((pick) => pick ?? []).sort((a, b) => b.gainFen - a.gainFen)) {
    if (move.isCoupon && coupons >= MAX_STACKING_GROUPS) continue;
    if (move.isCoupon) coupons += 1;
    found.push(move);
  }
  return found;
}

/** The node with these moves chosen. */
export function taking(moves: readonly Move[], { chosen, open, couponCount }: Node): Node {
  if (moves.length === 0) return { chosen, open, couponCount };
  return {
    chosen: byTurns([...chosen, ...moves]),
    open: open.filter((move) => !moves.includes(move)),
    couponCount: couponCount + moves.filter(({ isCoupon }) => isCoupon).length,
  };
}

/** In the order of taking off. */
export function byTurns(moves: readonly Move[]): Move[] {
  return sorted(moves, (a, b) => a.turn - b.turn);
}

/**
 * The group itself, or one whose best takes from the same lines before it: with that decided, bounds know what is left for
 * this one. Not where these lines have floors: many choices come down to them, and the order of groups finds the fewest
 * coupons sooner.
 */
export function rivalOf(
  group: number,
  picks: readonly (Best | undefined)[],
  { floorsFen }: Pick<Ground, 'floorsFen'>,
): number {
  const own = picks[group]?.move;
  if (!own) return group;
  const { lines } = own.option;
  if (lines.some((line) => (floorsFen[line] ?? 0) > 0)) return group;
  let rival = own;
  for (const pick of picks) {
    if (!pick || pick.move.turn >= rival.turn || pick.move.option.lines.length > lines.length) continue;
    if (pick.move.option.lines.some((line) => lines.includes(line))) rival = pick.move;
  }
  return rival.group;
}
