import type { Fen } from '../../../../kernel/fen';
import { type Move, type Moves, realTake, touchedLines } from './move';
import type { Ground } from './take-off';

/**
 * Fen a line that largest remainders move at most: of n shares with parts p over whole fen, Σ |rounding| is at most n / 2,
 * and what some lose others win. A line at its floor may be off by a whole fen more.
 */
const MOVED_PER_LINE = 1 / 4;
const MOVED_PER_LINE_WITH_FLOORS = 1 / 2;

/**
 * By how much whole fen may end below real numbers. Rounding only moves fen between the lines of one reduction, which
 * matters to the sum only where a later one treats these lines differently: a percentage on some of them that its cap
 * does not bind (it *bends*), or a fixed amount that may take all that is left of them (it *empties*).
 */
export class Slack {
  /** By turn: what a fen on its lines is worth less than elsewhere, 0 to 1. */
  private readonly bends: readonly number[];
  /** By turn: lines that it may empty. */
  private readonly empties: readonly number[];
  private readonly movedPerLine: number;
  /** True: whole fen never end below real numbers. */
  private readonly isNone: boolean;

  constructor(
    private readonly moves: Moves,
    ground: Ground,
  ) {
    const hasFloors = ground.floorsFen.some((floorFen) => floorFen > 0);
    this.movedPerLine = hasFloors ? MOVED_PER_LINE_WITH_FLOORS : MOVED_PER_LINE;
    const touched = touchedLines(moves, ground.amountsFen.length);
    const atOnceFen = leftAtOnce(moves, ground);
    // Mostly the plain bound says that nothing bends or empties; only where it does not, lines are looked at one by one.
    const isPlain = moves.all.every((move, m) => isStraight(move, atOnceFen[m] ?? 0, touched));
    const leastFen = isPlain ? atOnceFen : leftByLine(moves, ground, atOnceFen);
    this.bends = moves.all.map((move, m) => (isStraight(move, leastFen[m] ?? 0, touched) ? 0 : (move.share ?? 0)));
    this.empties = moves.all.map((move, m) =>
      move.share !== null || isStraight(move, leastFen[m] ?? 0, touched) ? 0 : move.option.lines.length,
    );
    this.isNone = this.bends.every((bend) => bend === 0) && this.empties.every((lines) => lines === 0);
  }

  /** For a choice and any further moves of the groups that are not decided. */
  of(chosen: readonly Move[], decided: readonly boolean[]): number {
    if (this.isNone) return 0;
    const worst = { keeps: 1, emptied: 0, lastTurn: -1 };
    for (const move of chosen) this.count(worst, [move]);
    for (const [g, group] of this.moves.groups.entries()) if (!decided[g]) this.count(worst, group);
    const perLine = (1 - worst.keeps) * this.movedPerLine;
    const before = (lines: number) => lines * perLine + Math.min(lines, worst.emptied);
    let slackFen = 0;
    for (const { turn, option } of chosen) if (turn < worst.lastTurn) slackFen += before(option.lines.length);
    for (const [g, group] of this.moves.groups.entries()) {
      const early = decided[g] ? [] : group.filter(({ turn }) => turn < worst.lastTurn);
      if (early.length > 0) slackFen += before(Math.max(...early.map(({ option }) => option.lines.length)));
    }
    return slackFen;
  }

  /** The worst of a group: at most one of its moves is taken. */
  private count(worst: { keeps: number; emptied: number; lastTurn: number }, group: readonly Move[]): void {
    let [bend, emptied] = [0, 0];
    for (const { turn } of group) {
      const [bends, empties] = [this.bends[turn] ?? 0, this.empties[turn] ?? 0];
      if (bends > 0 || empties > 0) worst.lastTurn = Math.max(worst.lastTurn, turn);
      bend = Math.max(bend, bends);
      emptied = Math.max(emptied, empties);
    }
    worst.keeps *= 1 - bend;
    worst.emptied += emptied;
  }
}

/** Neither bends nor empties its lines, where at least so much of them is left at its turn. */
function isStraight({ share, mostFen, option }: Move, leastFen: Fen, touched: number): boolean {
  if (share === null) return mostFen <= leastFen;
  return option.lines.length === touched || mostFen <= share * leastFen;
}

/** By turn: what is left of the lines of a move, above their floors, if the largest take of every group came from them. */
function leftAtOnce({ all, groups }: Moves, { floorsFen }: Ground): number[] {
  let everythingFen = 0;
  for (const group of groups) {
    let most = 0;
    for (const move of group) most = Math.max(most, realTake(move, move.option.baseFen));
    everythingFen += most;
  }
  return all.map(({ option }) => {
    let floorFen = 0;
    for (const i of option.lines) floorFen += floorsFen[i] ?? 0;
    return Math.max(0, option.baseFen - everythingFen - floorFen);
  });
}

/** As above, sharper: by line, the largest part that a move of each group takes of it. */
function leftByLine({ all, groups }: Moves, { amountsFen, floorsFen }: Ground, atOnceFen: readonly number[]): number[] {
  const keeps = amountsFen.map(() => 1);
  for (const group of groups) {
    const takes = amountsFen.map(() => 0);
    for (const move of group) {
      const part = Math.min(1, realTake(move, move.option.baseFen) / Math.max(1, atOnceFen[move.turn] ?? 0));
      const share = move.share === null ? part : Math.min(part, move.share);
      for (const i of move.option.lines) takes[i] = Math.max(takes[i] ?? 0, share);
    }
    for (let i = 0; i < keeps.length; i += 1) keeps[i] = (keeps[i] ?? 0) * (1 - (takes[i] ?? 0));
  }
  return all.map(({ option, turn }) => {
    let sum = 0;
    // Each reduction may round a line by less than a fen.
    for (const i of option.lines) sum += (amountsFen[i] ?? 0) * (keeps[i] ?? 0) - groups.length - (floorsFen[i] ?? 0);
    return Math.max(sum, atOnceFen[turn] ?? 0);
  });
}
