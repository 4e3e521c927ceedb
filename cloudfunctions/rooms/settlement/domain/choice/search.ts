import type { Fen } from '../../../../kernel/fen';
import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import { byBetter, type Choice } from './compare';
import { byTie, type Move, type Moves, movesOf } from './move';
import type { Option } from './option';
import { Relaxation } from './relaxation';
import { Slack } from './slack';
import { type Ground, takeOff } from './take-off';

export interface Found extends Choice {
  /** False: the limit ended the search, and this is the best that it saw. */
  readonly proven: boolean;
  readonly considered: number;
}

/**
 * The best legal choice over all groups of steps 3 to 5 together: branch and bound, exact below the node limit. The
 * limit counts nodes, not time, so that the same input always gives the same choice.
 */
export function bestChoice(options: readonly Option[], ground: Ground, nodeLimit: number): Found {
  return new Search(movesOf(options), ground, nodeLimit).run();
}

/** A part of all choices: some groups are decided, the others open. */
interface Node {
  /** In the order of taking off. */
  readonly chosen: readonly Move[];
  /** By group. */
  readonly decided: readonly boolean[];
  readonly couponCount: number;
}

/** Of an open group: what it could take at most, and by which move; null: it has nothing to take. */
interface Pick {
  readonly gainFen: number;
  readonly move: Move | null;
}

/** A node with what bounds say of it. */
interface Bounded {
  readonly gainsFen: readonly number[];
  /** By group. */
  readonly picks: readonly Pick[];
  /** No choice of this part leaves less: a real number. */
  readonly lowestFen: number;
}

/** Real numbers of at most 2^45 differ by less than this from what they should be. */
const EPSILON = 1e-3;

class Search {
  private readonly relaxation: Relaxation;
  private readonly slack: Slack;
  private best: Choice;
  private considered = 0;
  private proven = true;

  constructor(
    private readonly moves: Moves,
    private readonly ground: Ground,
    private readonly nodeLimit: number,
  ) {
    this.relaxation = new Relaxation(moves, ground);
    this.slack = new Slack(moves, ground);
    this.best = { options: [], costFen: ground.amountsFen.reduce((sum, fen) => sum + fen, 0), couponCount: 0 };
  }

  run(): Found {
    if (this.moves.all.length > 0)
      this.descend({ chosen: [], decided: this.moves.groups.map(() => false), couponCount: 0 });
    return { ...this.best, proven: this.proven, considered: this.considered };
  }

  private descend(node: Node): void {
    if (this.considered >= this.nodeLimit) {
      this.proven = false;
      return;
    }
    this.considered += 1;
    const bounded = this.bound(node);
    if (!this.canWin(bounded.lowestFen, node.couponCount)) return;
    const { costFen, shortBy } = this.weigh(node, bounded.picks);
    if (this.isSolved(node, bounded, costFen)) return;
    const group = this.groupToBranch(node, shortBy);
    if (group >= 0) this.branch(node, bounded, group);
  }

  private bound(node: Node): Bounded {
    const { leftFen, gainsFen } = this.relaxation.weigh(node.chosen, node.decided);
    let lowestFen = leftFen - this.slack.of(node.chosen, node.decided);
    const picks = this.moves.groups.map((group, g): Pick => {
      if (node.decided[g]) return { gainFen: 0, move: null };
      const pick = bestOf(group, gainsFen);
      lowestFen -= pick.gainFen;
      return pick;
    });
    return { gainsFen, picks, lowestFen };
  }

  private canWin(lowestFen: number, couponCount: number): boolean {
    const lowest = Math.ceil(lowestFen - EPSILON);
    return lowest < this.best.costFen || (lowest === this.best.costFen && couponCount <= this.best.couponCount);
  }

  /** Settles the choice with the best of every open group, exactly. Returns by how much each group took less than hoped. */
  private weigh(node: Node, picks: readonly Pick[]): { costFen: Fen; shortBy: readonly number[] } {
    const choice = [...node.chosen, ...this.picked(node, picks)].sort((a, b) => a.turn - b.turn);
    const amountsFen = [...this.ground.amountsFen];
    const shortBy = this.moves.groups.map(() => -1);
    const taking: Move[] = [];
    for (const move of choice) {
      const { amountFen } = takeOff(move.option, amountsFen, this.ground.floorsFen);
      shortBy[move.group] = (picks[move.group]?.gainFen ?? 0) - amountFen;
      // A choice of which a part takes nothing is the choice without that part.
      if (amountFen > 0) taking.push(move);
    }
    let costFen = 0;
    for (let i = 0; i < amountsFen.length; i += 1) costFen += amountsFen[i] ?? 0;
    this.keep(taking, costFen);
    return { costFen, shortBy };
  }

  /** The best of the open groups, as far as coupons may still be used. */
  private picked(node: Node, picks: readonly Pick[]): Move[] {
    let coupons = node.couponCount;
    const found: Move[] = [];
    for (const { move } of [...picks].sort((a, b) => b.gainFen - a.gainFen)) {
      if (!move || (move.isCoupon && coupons >= MAX_STACKING_GROUPS)) continue;
      if (move.isCoupon) coupons += 1;
      found.push(move);
    }
    return found;
  }

  private keep(taking: readonly Move[], costFen: Fen): void {
    if (costFen > this.best.costFen) return;
    const couponCount = taking.filter(({ isCoupon }) => isCoupon).length;
    const choice: Choice = { options: taking.map(({ option }) => option), costFen, couponCount };
    if (byBetter(choice, this.best) < 0) this.best = choice;
  }

  /**
   * True where the choice with the best of every open group is the best of this part: the bound allows no fen less, and
   * no other move that could take as much comes before in a tie, nor could a coupon be spared.
   */
  private isSolved(node: Node, { picks, gainsFen, lowestFen }: Bounded, costFen: Fen): boolean {
    const spareFen = costFen - lowestFen + EPSILON;
    if (spareFen >= 1) return false;
    let coupons = node.couponCount;
    for (const [g, { move, gainFen }] of picks.entries()) {
      if (!move) continue;
      if (move.isCoupon) {
        coupons += 1;
        if (gainFen <= spareFen) return false;
      }
      for (const other of this.moves.groups[g] ?? [])
        if ((gainsFen[other.turn] ?? -1) >= Math.max(0, gainFen - spareFen) && byTie(other, move) < 0) return false;
    }
    return coupons <= MAX_STACKING_GROUPS;
  }

  /** The open group whose best took least of what was hoped: there the bound is weakest. −1: none is open. */
  private groupToBranch({ decided }: Node, shortBy: readonly number[]): number {
    let found = -1;
    for (let g = 0; g < decided.length; g += 1)
      if (!decided[g] && (found < 0 || (shortBy[g] ?? -1) > (shortBy[found] ?? -1))) found = g;
    return found;
  }

  /** Each move of the group in turn, the one that takes most first, and leaving the group empty. */
  private branch(node: Node, { gainsFen, picks, lowestFen }: Bounded, group: number): void {
    const gainOf = ({ turn }: Move) => gainsFen[turn] ?? -1;
    const mostFen = picks[group]?.gainFen ?? 0;
    const decided = node.decided.slice();
    decided[group] = true;
    const moves = [...(this.moves.groups[group] ?? [])].sort((a, b) => gainOf(b) - gainOf(a) || byTie(a, b));
    for (const move of moves) {
      if (!isWorth(move, gainOf(move))) continue;
      const couponCount = node.couponCount + (move.isCoupon ? 1 : 0);
      if (couponCount > MAX_STACKING_GROUPS) continue;
      if (!this.canWin(lowestFen + mostFen - gainOf(move), couponCount)) continue;
      const chosen = [...node.chosen, move].sort((a, b) => a.turn - b.turn);
      this.descend({ chosen, decided, couponCount });
    }
    if (this.canWin(lowestFen + mostFen, node.couponCount)) this.descend({ ...node, decided });
  }
}

/**
 * What can take nothing is left out: the choice without it is the same. A coupon must lower the sum as well; an offer
 * applies by itself, also where a percentage after it makes up for it.
 */
function isWorth({ isCoupon }: Move, gainFen: number): boolean {
  return isCoupon ? gainFen > 0 : gainFen >= 0;
}

/** The move of a group that can take most; of equal ones that which a tie prefers. */
function bestOf(group: readonly Move[], gainsFen: readonly number[]): Pick {
  let [gainFen, move]: [number, Move | null] = [0, null];
  for (const other of group) {
    const otherFen = gainsFen[other.turn] ?? -1;
    const isEqual = Math.abs(otherFen - gainFen) <= EPSILON && move !== null;
    if (isWorth(other, otherFen) && (isEqual ? move && byTie(other, move) < 0 : move === null || otherFen > gainFen))
      [gainFen, move] = [Math.max(gainFen, otherFen), other];
  }
  return { gainFen, move };
}
