import { type Move, realTake } from './move';
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
 * left of them (it *empties* them). `touched`: how many lines any move touches.
 */
export function slackOf(groups: readonly Group[], ground: Ground, touched: number): number {
  const atOnceFen = largestOfAll(groups);
  const isPlain = groups.every((group) =>
    group.every((move) => isStraight(move, leftAtOnce(move, atOnceFen), touched)),
  );
  // Mostly the plain bound says that nothing bends or empties; only where it does not, lines are looked at one by one.
  if (isPlain && !hasFloors(ground)) return 0;
  const strays = straysOf(groups, ground, atOnceFen, touched);
  if (strays.length === 0) return 0;
  const mixed = mixedPart(groups, atOnceFen);
  const movedPerLine = hasFloors(ground) ? MOVED_PER_LINE_WITH_FLOORS : MOVED_PER_LINE;
  let slackFen = 0;
  for (const { weight, lines, turn, group } of strays) {
    for (const other of groups) {
      if (other === group) continue;
      let rounded = 0;
      for (const move of other) if (move.turn < turn) rounded = Math.max(rounded, move.option.lines.length);
      const movedFen = rounded * movedPerLine;
      slackFen += weight * Math.min(movedFen, lines + mixed * movedFen);
    }
  }
  return slackFen;
}

/** What of a group treats its lines differently: at most one of its moves is taken, so the worst of each number. */
interface Stray {
  readonly group: Group;
  /** Fen lost for a fen that rounding moved onto its lines. */
  readonly weight: number;
  readonly lines: number;
  readonly turn: number;
}

function straysOf(groups: readonly Group[], ground: Ground, atOnceFen: number, touched: number): Stray[] {
  const keeps = keptByLine(groups, ground, atOnceFen);
  return groups.flatMap((group): Stray[] => {
    let [weight, lines, turn] = [0, 0, -1];
    for (const move of group) {
      if (isStraight(move, leastLeft(move, ground, keeps, groups.length, atOnceFen), touched)) continue;
      weight = Math.max(weight, move.share ?? 1);
      lines = Math.max(lines, move.option.lines.length);
      turn = Math.max(turn, move.turn);
    }
    return turn < 0 ? [] : [{ group, weight, lines, turn }];
  });
}

/** The part of rounded fen that fixed amounts carry from some lines to others at most: their part of what they reduce. */
function mixedPart(groups: readonly Group[], everythingFen: number): number {
  let mixed = 0;
  for (const group of groups) {
    let most = 0;
    for (const move of group) {
      if (move.option.lines.length < 2) continue;
      most = Math.max(most, realTake(move, move.option.baseFen) / Math.max(1, leftAtOnce(move, everythingFen)));
    }
    mixed += most;
  }
  return Math.min(1, mixed);
}

function hasFloors({ floorsFen }: Ground): boolean {
  for (let i = 0; i < floorsFen.length; i += 1) if ((floorsFen[i] ?? 0) > 0) return true;
  return false;
}

/** Neither bends nor empties its lines, where at least so much of them is left at its turn. */
function isStraight({ share, mostFen, option }: Move, leastFen: number, touched: number): boolean {
  if (share === null) return mostFen <= leastFen;
  return option.lines.length === touched || mostFen <= share * leastFen;
}

/** The largest take of every group together. */
function largestOfAll(groups: readonly Group[]): number {
  let everythingFen = 0;
  for (const group of groups) {
    let most = 0;
    for (const move of group) most = Math.max(most, realTake(move, move.option.baseFen));
    everythingFen += most;
  }
  return everythingFen;
}

/** What is left of a move's lines, if the largest take of every group came from them. */
function leftAtOnce({ option }: Move, everythingFen: number): number {
  return Math.max(0, option.baseFen - everythingFen);
}

/** By line: the part that is left whatever is chosen, after the largest part that a move of each group takes of it. */
function keptByLine(groups: readonly Group[], { amountsFen }: Ground, everythingFen: number): number[] {
  const keeps = amountsFen.map(() => 1);
  for (const group of groups) {
    const takes = amountsFen.map(() => 0);
    for (const move of group) {
      const { lines, baseFen } = move.option;
      const part = Math.min(1, realTake(move, baseFen) / Math.max(1, leftAtOnce(move, everythingFen)));
      const share = move.share === null ? part : Math.min(part, move.share);
      for (let n = 0; n < lines.length; n += 1) takes[lines[n] ?? 0] = Math.max(takes[lines[n] ?? 0] ?? 0, share);
    }
    for (let i = 0; i < keeps.length; i += 1) keeps[i] = (keeps[i] ?? 0) * (1 - (takes[i] ?? 0));
  }
  return keeps;
}

/** What any choice leaves of a move's lines, above their floors, when its turn comes. */
function leastLeft(
  move: Move,
  { amountsFen, floorsFen }: Ground,
  keeps: readonly number[],
  groupCount: number,
  everythingFen: number,
): number {
  const { lines } = move.option;
  let [sumFen, floorFen] = [0, 0];
  for (let n = 0; n < lines.length; n += 1) {
    const i = lines[n] ?? 0;
    // Each reduction may round a line by less than a fen.
    sumFen += (amountsFen[i] ?? 0) * (keeps[i] ?? 0) - groupCount;
    floorFen += floorsFen[i] ?? 0;
  }
  return Math.max(sumFen, leftAtOnce(move, everythingFen)) - floorFen;
}
