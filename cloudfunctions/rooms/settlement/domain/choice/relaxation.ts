import { type Move, realTake } from './move';
import type { Ground } from './take-off';

/** A choice in real numbers: what it leaves, and what each further move could take at its turn. */
export interface Relaxed {
  readonly leftFen: number;
  /** By open move: what it would lower the sum by at most. Below 0: it can take nothing. */
  readonly gainsFen: number[];
  /** By chosen move: what it takes. */
  readonly takesFen: readonly number[];
}

const NOTHING = -1;

/**
 * Settles a choice without rounding. A further move never makes what is left of a line larger, and never makes another
 * move take more; so a choice with further moves leaves at least what it leaves now, less what each of them could take
 * now. That holds with floors too: whoever keeps less from a line leaves more to take from the others.
 */
export class Relaxation {
  /** `touched`: how many lines any move touches. */
  constructor(
    private readonly ground: Ground,
    private readonly touched: number,
    private readonly hasFloors: boolean,
  ) {}

  /** Both in the order of taking off. */
  weigh(chosen: readonly Move[], open: readonly Move[]): Relaxed {
    const { states, laterShare, takesFen } = this.settle(chosen);
    const gainsFen: number[] = [];
    let segment = 0;
    let sums: (number | undefined)[] = [];
    for (const move of open) {
      while (segment < chosen.length && (chosen[segment]?.turn ?? 0) < move.turn) {
        segment += 1;
        sums = [];
      }
      const { set } = move.option;
      let sumFen = sums[set.id];
      if (sumFen === undefined) {
        sumFen = segment === 0 ? set.baseFen : sumOver(states[segment] ?? [], set.lines);
        sums[set.id] = sumFen;
      }
      const takeFen = realTake(move, sumFen);
      gainsFen.push(takeFen > 0 ? takeFen * (laterShare[segment] ?? 1) : NOTHING);
    }
    const last = states[chosen.length] ?? [];
    let leftFen = 0;
    for (let i = 0; i < last.length; i += 1) leftFen += last[i] ?? 0;
    return { leftFen, gainsFen, takesFen };
  }

  /** Amounts before each chosen move and after all; and what percentages still to come leave of a fen taken now. */
  private settle(chosen: readonly Move[]): { states: (readonly number[])[]; laterShare: number[]; takesFen: number[] } {
    const states: (readonly number[])[] = [this.ground.amountsFen];
    const rates: number[] = [];
    const takesFen: number[] = [];
    for (const move of chosen) {
      const before = states.at(-1) ?? [];
      const after = before.slice();
      const { lines } = move.option;
      const sumFen = sumOver(before, lines);
      const takeFen = realTake(move, sumFen);
      this.takeOff(takeFen, sumFen, lines, after);
      states.push(after);
      // Floors may leave less than it would take; by rounding it may yet take that.
      takesFen.push(this.hasFloors ? sumFen - sumOver(after, lines) : takeFen);
      rates.push(this.rateOnAll(move, takeFen));
    }
    const laterShare: number[] = [1];
    for (let n = chosen.length - 1; n >= 0; n -= 1) laterShare.unshift((laterShare[0] ?? 1) * (rates[n] ?? 1));
    return { states, laterShare, takesFen };
  }

  /**
   * A percentage on all that any move touches, below its cap, takes its rate less of every fen that goes before it. Floors
   * may hold it up, so with them it counts as if it took nothing less.
   */
  private rateOnAll({ option, share, mostFen }: Move, takeFen: number): number {
    if (share === null || this.hasFloors || takeFen >= mostFen || option.lines.length < this.touched) return 1;
    return 1 - share;
  }

  private takeOff(takeFen: number, sumFen: number, lines: readonly number[], amounts: number[]): void {
    if (takeFen <= 0) return;
    if (this.hasFloors) {
      fill(takeFen, lines, amounts, this.ground.floorsFen);
      return;
    }
    const left = 1 - takeFen / sumFen;
    for (let n = 0; n < lines.length; n += 1) {
      const i = lines[n] ?? 0;
      amounts[i] = (amounts[i] ?? 0) * left;
    }
  }
}

function sumOver(amounts: readonly number[], lines: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < lines.length; n += 1) sum += amounts[lines[n] ?? 0] ?? 0;
  return sum;
}

/** Takes off in proportion; a line at its floor leaves, and the others share what it could not take. */
function fill(takeFen: number, lines: readonly number[], amounts: number[], floors: readonly number[]): void {
  let active = lines.filter((i) => (amounts[i] ?? 0) > (floors[i] ?? 0));
  let restFen = takeFen;
  while (active.length > 0 && restFen > 0) {
    const left = 1 - restFen / sumOver(amounts, active);
    const full = active.filter((i) => (amounts[i] ?? 0) * left <= (floors[i] ?? 0));
    if (full.length === 0) {
      for (const i of active) amounts[i] = (amounts[i] ?? 0) * left;
      return;
    }
    for (const i of full) {
      restFen -= (amounts[i] ?? 0) - (floors[i] ?? 0);
      amounts[i] = floors[i] ?? 0;
    }
    active = active.filter((i) => !full.includes(i));
  }
}
