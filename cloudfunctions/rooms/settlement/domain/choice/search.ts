import type { Fen } from '../../../../kernel/fen';
import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import { bestAtOnce } from './at-once';
import { byBetter, type Choice } from './compare';
import { compoundedFen } from './compound';
import type { Found } from './found';
import { byTie, type Move, type Moves, movesOf } from './move';
import { type Best, type Bounded, better, byTurns, EPSILON, isWorth, type Node, picked, rivalOf, taking } from './node';
import type { Option } from './option';
import { Relaxation } from './relaxation';
import { Slack } from './slack';
import { stepByStep } from './step-by-step';
import { type Ground, takeOff, takeOffAll } from './take-off';

/** Steps that one search may take, as its nodes take them: some 50 ms, which is what a quote may take. Counted, never timed. */
const MOST_WORK = 3_000_000;

/**
 * The best legal choice over all groups of steps 3 to 5 together: branch and bound, exact below the node limit. The
 * limit counts nodes, not time, so that the same input always gives the same choice.
 */
export function bestChoice(options: readonly Option[], ground: Ground, nodeLimit: number): Found {
  const moves = movesOf(options);
  const atOnce = nodeLimit > 0 && moves.all.length > 0 ? bestAtOnce(moves, ground) : null;
  return atOnce ?? new Search(moves, ground, nodeLimit).run();
}

class Search {
  private readonly relaxation: Relaxation;
  private readonly slack: Slack;
  private readonly touched: number;
  private readonly hasFloors: boolean;
  /** No choice leaves less: floors, and lines that no move touches. */
  private readonly floorFen: Fen;
  /** False: there are more groups of coupons than one order may use. */
  private readonly mayUseAllGroups: boolean;
  /** What one node takes at most: lines of every group, and every move. */
  private readonly nodeWork: number;
  private best: Choice;
  private considered = 0;
  private proven = true;

  constructor(
    private readonly moves: Moves,
    private readonly ground: Ground,
    private readonly nodeLimit: number,
  ) {
    const isTouched: boolean[] = [];
    const isCouponGroup: boolean[] = [];
    for (const { option, isCoupon, group } of moves.all) {
      isCouponGroup[group] = isCoupon;
      const { lines } = option;
      for (let n = 0; n < lines.length; n += 1) isTouched[lines[n] ?? 0] = true;
    }
    let [touched, floorFen, hasFloors] = [0, 0, false];
    for (let i = 0; i < ground.amountsFen.length; i += 1) {
      const [fen, ownFloorFen] = [ground.amountsFen[i] ?? 0, ground.floorsFen[i] ?? 0];
      if (isTouched[i]) touched += 1;
      if (ownFloorFen > 0) hasFloors = true;
      floorFen += isTouched[i] ? Math.min(fen, ownFloorFen) : fen;
    }
    [this.touched, this.floorFen, this.hasFloors] = [touched, floorFen, hasFloors];
    this.relaxation = new Relaxation(ground, touched, hasFloors);
    this.slack = new Slack(ground, touched, hasFloors);
    this.nodeWork = ground.amountsFen.length * moves.groupCount + moves.all.length;
    this.mayUseAllGroups = isCouponGroup.filter(Boolean).length <= MAX_STACKING_GROUPS;
    this.best = { options: [], costFen: ground.amountsFen.reduce((sum, fen) => sum + fen, 0), couponCount: 0 };
  }

  run(): Found {
    if (this.moves.all.length > 0) this.descend({ chosen: [], open: this.moves.all, couponCount: 0 });
    const best = this.proven ? this.best : stepByStep(this.best, this.moves, this.ground);
    const leftFen = this.ground.amountsFen.slice();
    const taken = takeOffAll(best.options, leftFen, this.ground.floorsFen);
    return { ...best, proven: this.proven, considered: this.considered, taken, leftFen };
  }

  /**
   * Settles the choice with the best of every open group; then leaves out moves that gain so much less than the best of
   * their group that no choice with them can win, and takes what no choice that wins can do without. With fewer moves,
   * rounding can do less, so that still fewer are near enough.
   */
  private descend(node: Node): void {
    for (let now = node; ; ) {
      if (this.isOverLimit()) return;
      const bounded = this.bound(now);
      if (!this.canWin(bounded.lowestFen, now.couponCount)) return;
      const { costFen, shortBy } = this.weigh(bounded);
      if (this.isSolved(bounded, costFen)) return;
      const open = this.nearEnough(bounded);
      const forced = this.forced(bounded, open);
      // One choice alone is left, and it was settled above.
      if (forced.length === open.length) return;
      if (forced.length === 0 && open.length === now.open.length) {
        this.branch(bounded, shortBy);
        return;
      }
      now = taking(forced, { ...now, open });
    }
  }

  private isOverLimit(): boolean {
    const isOver = this.considered >= this.nodeLimit || this.considered * this.nodeWork >= MOST_WORK;
    if (isOver) this.proven = false;
    else this.considered += 1;
    return isOver;
  }

  private bound({ chosen, open, couponCount }: Node): Bounded {
    const { leftFen, gainsFen, takesFen } = this.relaxation.weigh(chosen, open);
    // Where nothing is chosen each move counts with what it takes of untouched lines, which no rounding adds to.
    const slackFen = chosen.length === 0 ? null : this.slack.weigh(this.worthTrying(chosen, open, gainsFen));
    const picks: (Best | undefined)[] = [];
    for (let g = 0; g < this.moves.groupCount; g += 1) picks.push(undefined);
    let additiveFen = leftFen;
    for (const [n, move] of chosen.entries()) additiveFen -= this.slack.ofMove(move, takesFen[n] ?? 0);
    for (let n = 0; n < open.length; n += 1) {
      const move = open[n];
      const gainFen = gainsFen[n] ?? -1;
      if (!move || !isWorth(move, gainFen)) continue;
      const mostFen = slackFen === null ? gainFen : gainFen + this.slack.ofMove(move, gainFen);
      gainsFen[n] = mostFen;
      picks[move.group] = better(picks[move.group], move, mostFen);
    }
    for (const pick of picks) additiveFen -= pick?.gainFen ?? 0;
    const isApart = slackFen === null || this.hasFloors || additiveFen > this.best.costFen;
    const node = { chosen, open, couponCount };
    const compounded = isApart ? additiveFen : compoundedFen(node, gainsFen, this.ground) - slackFen;
    const lowestFen = Math.max(additiveFen, compounded, this.floorFen);
    return { chosen, open, couponCount, gainsFen, picks, additiveFen, lowestFen };
  }

  /** By group: the chosen move, or those that may still take something. */
  private worthTrying(chosen: readonly Move[], open: readonly Move[], gainsFen: readonly number[]): Move[][] {
    const groups: Move[][] = [];
    for (let g = 0; g < this.moves.groupCount; g += 1) groups.push([]);
    for (const move of chosen) groups[move.group]?.push(move);
    for (const [n, move] of open.entries()) if (isWorth(move, gainsFen[n] ?? -1)) groups[move.group]?.push(move);
    return groups;
  }

  private canWin(lowestFen: number, couponCount: number): boolean {
    const lowest = Math.ceil(lowestFen - EPSILON);
    return lowest < this.best.costFen || (lowest === this.best.costFen && couponCount <= this.best.couponCount);
  }

  private nearEnough({ open, gainsFen, picks, additiveFen }: Bounded): Move[] {
    const windowFen = this.best.costFen - additiveFen + EPSILON;
    return open.filter((move, n) => {
      const gainFen = gainsFen[n] ?? -1;
      return isWorth(move, gainFen) && gainFen >= (picks[move.group]?.gainFen ?? 0) - windowFen;
    });
  }

  /** Moves that are the only ones of their group near enough, where doing without would cost too much. */
  private forced({ picks, additiveFen }: Bounded, open: readonly Move[]): Move[] {
    if (!this.mayUseAllGroups) return [];
    const windowFen = this.best.costFen - additiveFen + EPSILON;
    const count: number[] = [];
    for (const { group } of open) count[group] = (count[group] ?? 0) + 1;
    return open.filter(({ group }) => count[group] === 1 && (picks[group]?.gainFen ?? 0) > windowFen);
  }

  /** Settles the choice with the best of every open group, exactly. Returns by how much each took less than hoped. */
  private weigh({ chosen, couponCount, picks }: Pick<Bounded, 'chosen' | 'couponCount' | 'picks'>): {
    costFen: Fen;
    shortBy: readonly number[];
  } {
    const choice = byTurns([...chosen, ...picked(picks, couponCount)]);
    const amountsFen = this.ground.amountsFen.slice();
    const shortBy: number[] = [];
    const taken: Move[] = [];
    for (const move of choice) {
      const amountFen = takeOff(move.option, amountsFen, this.ground.floorsFen);
      shortBy[move.group] = (picks[move.group]?.gainFen ?? 0) - amountFen;
      // A choice of which a part takes nothing is the choice without that part.
      if (amountFen > 0) taken.push(move);
    }
    let costFen = 0;
    for (let i = 0; i < amountsFen.length; i += 1) costFen += amountsFen[i] ?? 0;
    this.keep(taken, costFen);
    return { costFen, shortBy };
  }

  private keep(taken: readonly Move[], costFen: Fen): void {
    if (costFen > this.best.costFen) return;
    const couponCount = taken.filter(({ isCoupon }) => isCoupon).length;
    const choice: Choice = { options: taken.map(({ option }) => option), costFen, couponCount };
    if (byBetter(choice, this.best) < 0) this.best = choice;
  }

  /**
   * True where the choice with the best of every open group is the best of this part: the bound allows no fen less, and
   * no other move that could take as much comes before in a tie, nor could a coupon be spared.
   */
  private isSolved({ couponCount, picks, open, gainsFen, additiveFen }: Bounded, costFen: Fen): boolean {
    const spareFen = costFen - additiveFen + EPSILON;
    if (spareFen >= 1) return false;
    let coupons = couponCount;
    for (const pick of picks) {
      if (!pick?.move.isCoupon) continue;
      coupons += 1;
      if (pick.gainFen <= spareFen) return false;
    }
    for (let n = 0; n < open.length; n += 1) {
      const move = open[n];
      const pick = move && picks[move.group];
      if (!pick || pick.move === move || (gainsFen[n] ?? -1) < Math.max(0, pick.gainFen - spareFen)) continue;
      if (byTie(move, pick.move) < 0) return false;
    }
    return coupons <= MAX_STACKING_GROUPS;
  }

  /**
   * Decides the open group whose best took least of what was hoped, for there the bound is weakest: each of its moves, the
   * one that gains most first, and then none of them.
   */
  private branch(node: Bounded, shortBy: readonly number[]): void {
    const { open, couponCount, gainsFen, picks, additiveFen } = node;
    let group = -1;
    for (const { group: g } of open) if (group < 0 || (shortBy[g] ?? -1) > (shortBy[group] ?? -1)) group = g;
    group = rivalOf(group, picks, this.ground);
    const mostFen = picks[group]?.gainFen ?? 0;
    const rest = open.filter((move) => move.group !== group);
    const own = open.flatMap((move, n) => (move.group === group ? [{ move, gainFen: gainsFen[n] ?? -1 }] : []));
    own.sort((a, b) => b.gainFen - a.gainFen || byTie(a.move, b.move));
    // Where floors are reached without it, leaving the group empty comes first: fewer coupons win.
    const isSpare = this.best.costFen <= this.floorFen && additiveFen + mostFen <= this.floorFen;
    if (isSpare && this.canWin(this.floorFen, couponCount)) this.follow({ ...node, open: rest });
    for (const { move, gainFen } of own) {
      const coupons = couponCount + (move.isCoupon ? 1 : 0);
      if (coupons > MAX_STACKING_GROUPS) continue;
      if (!this.canWin(Math.max(this.floorFen, additiveFen + mostFen - gainFen), coupons)) continue;
      this.follow(taking([move], { ...node, open: rest }));
    }
    if (!isSpare && this.canWin(additiveFen + mostFen, couponCount)) this.follow({ ...node, open: rest });
  }

  /** A choice without open groups is only settled: there is nothing to bound. */
  private follow(node: Node): void {
    if (node.open.length > 0) this.descend(node);
    else if (!this.isOverLimit()) this.weigh({ ...node, picks: [] });
  }
}
