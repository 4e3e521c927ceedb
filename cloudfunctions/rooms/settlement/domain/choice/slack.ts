import type { Move } from './move';
import type { Ground } from './take-off';

/**
 * Fen a line that largest remainders move at most: of n shares Σ |rounding| is at most n / 2, and what some lose others
 * win. A line at its floor may be off by a whole fen more.
 */
const MOVED_PER_LINE = 1 / 4;
const MOVED_PER_LINE_WITH_FLOORS = 1 / 2;

/** Moves of which at most one is taken: those of an open group, or the one that was chosen. */
type Group = readonly Move[];

/**
 * By how much whole fen may end below real numbers, for any choice of at most one move of each group. Rounding only moves
 * fen between the lines of one reduction, which matters to the sum only where a later one treats these lines differently:
 * a percentage on some of them that its cap does not bind (it *bends* them), or a fixed amount that may take all that is
 * left of them (it *empties* them).
 */
export class Slack {
  /** By line, used again for each part of the search. */
  private readonly keeps: number[] = [];
  private readonly takes: number[] = [];
  /** By group. */
  private readonly byGroup: number[] = [];
  /** By turn: true where the move treats its lines differently. */
  private readonly isStray: boolean[] = [];

  /** `touched`: how many lines any move touches. */
  constructor(
    private readonly ground: Ground,
    private readonly touched: number,
    private readonly hasFloors: boolean,
  ) {}

  /** How much more than in real numbers the move may take in whole fen: never more than it takes of untouched lines. */
  ofMove({ group, turn, largestFen }: Move, takeFen: number): number {
    return this.isStray[turn] ? Math.min(this.byGroup[group] ?? 0, Math.max(0, largestFen - takeFen)) : 0;
  }

  /** Weighs anew what these groups leave open; returns the slack of all of them together. */
  weigh(groups: readonly Group[]): number {
    this.isStray.length = 0;
    const atOnceFen = largestOfAll(groups);
    // Mostly the plain bound says that nothing bends or empties; only where it does not, lines are looked at one by one.
    if (!this.hasFloors && groups.every((group) => this.isPlain(group, atOnceFen))) return 0;
    const used = groups.filter((group) => group.length > 0);
    const strays = this.straysOf(used, atOnceFen);
    if (strays.length === 0) return 0;
    const mixed = mixedPart(used, atOnceFen);
    let slackFen = 0;
    for (const stray of strays) {
      const ownFen = this.slackOf(stray, used, mixed);
      this.byGroup[stray.group[0]?.group ?? 0] = ownFen;
      slackFen += ownFen;
    }
    return slackFen;
  }

  private slackOf({ weight, lines, turn, group }: Stray, groups: readonly Group[], mixed: number): number {
    const movedPerLine = this.hasFloors ? MOVED_PER_LINE_WITH_FLOORS : MOVED_PER_LINE;
    let slackFen = 0;
    for (const other of groups) {
      if (other === group) continue;
      let rounded = 0;
      for (const { turn: before, option } of other) {
        // Over one line there is nothing to move fen between.
        if (before < turn && option.lines.length > 1) rounded = Math.max(rounded, option.lines.length);
      }
      const movedFen = rounded * movedPerLine;
      slackFen += weight * Math.min(movedFen, lines + mixed * movedFen);
    }
    return slackFen;
  }

  private isPlain(group: Group, atOnceFen: number): boolean {
    for (const move of group) if (!this.isStraight(move, leftAtOnce(move, atOnceFen))) return false;
    return true;
  }

  /** Neither bends nor empties its lines, where at least so much of them is left at its turn. */
  private isStraight({ share, mostFen, option }: Move, leastFen: number): boolean {
    if (share === null) return mostFen <= leastFen;
    return option.lines.length === this.touched || mostFen <= share * leastFen;
  }

  private straysOf(groups: readonly Group[], atOnceFen: number): Stray[] {
    this.keepByLine(groups, atOnceFen);
    const strays: Stray[] = [];
    for (const group of groups) {
      let [weight, lines, turn] = [0, 0, -1];
      for (const move of group) {
        if (this.isStraight(move, this.leastLeft(move, groups.length, atOnceFen))) continue;
        this.isStray[move.turn] = true;
        // A floor that binds hands on every fen, whatever the percentage.
        weight = Math.max(weight, this.hasFloors ? 1 : (move.share ?? 1));
        lines = Math.max(lines, move.option.lines.length);
        turn = Math.max(turn, move.turn);
      }
      if (turn >= 0) strays.push({ group, weight, lines, turn });
    }
    return strays;
  }

  /** By line: the part that is left whatever is chosen, after the largest part that a move of each group takes of it. */
  private keepByLine(groups: readonly Group[], atOnceFen: number): void {
    const { keeps, takes } = this;
    for (let i = 0; i < this.ground.amountsFen.length; i += 1) {
      keeps[i] = 1;
      takes[i] = 0;
    }
    for (const group of groups) {
      for (const move of group) {
        const { lines } = move.option;
        const part = Math.min(1, move.largestFen / Math.max(1, leftAtOnce(move, atOnceFen)));
        const share = move.share === null ? part : Math.min(part, move.share);
        for (let n = 0; n < lines.length; n += 1) {
          const i = lines[n] ?? 0;
          if ((takes[i] ?? 0) < share) takes[i] = share;
        }
      }
      for (let i = 0; i < keeps.length; i += 1) {
        keeps[i] = (keeps[i] ?? 0) * (1 - (takes[i] ?? 0));
        takes[i] = 0;
      }
    }
  }

  /** What any choice leaves of a move's lines, above their floors, when its turn comes. */
  private leastLeft(move: Move, groupCount: number, atOnceFen: number): number {
    const { amountsFen, floorsFen } = this.ground;
    const { lines } = move.option;
    let [sumFen, floorFen] = [0, 0];
    for (let n = 0; n < lines.length; n += 1) {
      const i = lines[n] ?? 0;
      // Each reduction may round a line by less than a fen.
      sumFen += (amountsFen[i] ?? 0) * (this.keeps[i] ?? 0) - groupCount;
      floorFen += floorsFen[i] ?? 0;
    }
    return Math.max(sumFen, leftAtOnce(move, atOnceFen)) - floorFen;
  }
}

/** What of a group treats its lines differently: at most one of its moves is taken, so the worst of each number. */
interface Stray {
  readonly group: Group;
  /** Fen lost for a fen that rounding moved onto its lines. */
  readonly weight: number;
  readonly lines: number;
  readonly turn: number;
}

/** The part of rounded fen that fixed amounts carry from some lines to others at most: their part of what they reduce. */
function mixedPart(groups: readonly Group[], atOnceFen: number): number {
  let mixed = 0;
  for (const group of groups) {
    let most = 0;
    for (const move of group) {
      if (move.option.lines.length < 2) continue;
      most = Math.max(most, move.largestFen / Math.max(1, leftAtOnce(move, atOnceFen)));
    }
    mixed += most;
  }
  return Math.min(1, mixed);
}

/** The largest take of every group together. */
function largestOfAll(groups: readonly Group[]): number {
  let sumFen = 0;
  for (const group of groups) {
    let most = 0;
    for (const { largestFen } of group) if (largestFen > most) most = largestFen;
    sumFen += most;
  }
  return sumFen;
}

/** What is left of a move's lines, if the largest take of every group came from them. */
function leftAtOnce({ option }: Move, atOnceFen: number): number {
  return Math.max(0, option.baseFen - atOnceFen);
}
