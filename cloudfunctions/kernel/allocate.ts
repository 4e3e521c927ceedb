import { type Fen, sumFen } from './fen';
import { mulDiv } from './muldiv';

export interface AllocationTarget {
  /** The line's current amount: it is shared in proportion to these. */
  weightFen: Fen;
  /** The most this line can take (its amount less its floor). Default: no cap but the weight itself. */
  capFen?: Fen;
}

export interface Allocated {
  /** One share per target, in the order given, each in [0, cap]. */
  sharesFen: Fen[];
  /** Sum of the shares: min(amount, what the targets can take). The rest is not granted. */
  grantedFen: Fen;
}

/**
 * Shares an amount over lines by largest remainder; ties go to the earlier line. A line whose exact share exceeds what
 * it can take takes just that and leaves the division; the rest is shared anew over the others; only then the rounding
 * (rules.md section 1). Exact up to MAX_FEN.
 */
export function allocate(amountFen: Fen, targets: readonly AllocationTarget[]): Allocated {
  const sharing = new Sharing(targets.length);
  for (const [i, { weightFen, capFen }] of targets.entries()) {
    sharing.weightsFen[i] = weightFen;
    sharing.capsFen[i] = weightFen > 0 ? (capFen ?? weightFen) : 0;
  }
  sumFen([...sharing.capsFen]);
  const grantedFen = sharing.share(amountFen, targets.length);
  return { sharesFen: [...sharing.sharesFen], grantedFen };
}

/** Marks a line in place of its remainder: it takes its cap in this round, or has taken it, or can take nothing. */
const FULL_NOW = -1;
const OUT = -2;

/**
 * As `allocate`, with room that is used again: most of a quote is sharing, and a third of that was garbage. One sharing at a
 * time: write weights and caps (0 where there is no weight), call `share`, read the shares.
 */
export class Sharing {
  readonly weightsFen: Float64Array;
  readonly capsFen: Float64Array;
  readonly sharesFen: Float64Array;
  private readonly remainders: Float64Array;
  private readonly ranked: Float64Array;

  /** `most`: lines that it has room for. */
  constructor(readonly most: number) {
    this.weightsFen = new Float64Array(most);
    this.capsFen = new Float64Array(most);
    this.sharesFen = new Float64Array(most);
    this.remainders = new Float64Array(most);
    this.ranked = new Float64Array(most);
  }

  /** Shares an amount over the first `count` lines. Returns what was granted. */
  share(amountFen: Fen, count: number): Fen {
    let roomFen = 0;
    for (let i = 0; i < count; i += 1) {
      roomFen += this.capsFen[i] ?? 0;
      this.sharesFen[i] = 0;
      this.remainders[i] = this.capsFen[i] === 0 ? OUT : 0;
    }
    const grantedFen = Math.min(amountFen, roomFen);
    let restFen = grantedFen;
    while (restFen > 0) {
      const left = this.roundDown(restFen, count);
      if (left >= 0) {
        this.giveToLargest(left, count);
        break;
      }
      restFen -= this.fillFull(count);
    }
    return grantedFen;
  }

  /**
   * Shares rounded down, and their remainders. Returns the fen that are left, or −1 where lines exceed their caps: they
   * are marked, and the shares of the others do not count.
   */
  private roundDown(restFen: Fen, count: number): number {
    const { weightsFen, capsFen, sharesFen, remainders } = this;
    let weightSum = 0;
    for (let i = 0; i < count; i += 1) if (remainders[i] !== OUT) weightSum += weightsFen[i] ?? 0;
    let left = restFen;
    let isAnyFull = false;
    for (let i = 0; i < count; i += 1) {
      if (remainders[i] === OUT) continue;
      const weightFen = weightsFen[i] ?? 0;
      const product = weightFen * restFen;
      let quotient = Math.floor(product / weightSum);
      let remainder = product - quotient * weightSum;
      if (product > Number.MAX_SAFE_INTEGER) ({ quotient, remainder } = mulDiv(weightFen, restFen, weightSum));
      else if (remainder < 0) {
        // A division of floats may round up to the next whole number; the remainder, exact, tells.
        quotient -= 1;
        remainder += weightSum;
      }
      const isFull = quotient + (remainder > 0 ? 1 : 0) > (capsFen[i] ?? 0);
      isAnyFull ||= isFull;
      remainders[i] = isFull ? FULL_NOW : remainder;
      sharesFen[i] = quotient;
      left -= quotient;
    }
    return isAnyFull ? -1 : left;
  }

  /** Lines that exceed their caps take just these and leave the division. Returns what they take. */
  private fillFull(count: number): Fen {
    let takenFen = 0;
    for (let i = 0; i < count; i += 1) {
      if (this.remainders[i] !== FULL_NOW) continue;
      const capFen = this.capsFen[i] ?? 0;
      this.remainders[i] = OUT;
      this.sharesFen[i] = capFen;
      takenFen += capFen;
    }
    return takenFen;
  }

  /** One fen more for each of the largest remainders; of equal ones for the earlier line. */
  private giveToLargest(fen: number, count: number): void {
    if (fen === 0) return;
    const { remainders, sharesFen } = this;
    const threshold = this.largest(fen, count);
    let atThreshold = fen;
    for (let i = 0; i < count; i += 1) if ((remainders[i] ?? 0) > threshold) atThreshold -= 1;
    for (let i = 0; i < count; i += 1) {
      const remainder = remainders[i] ?? 0;
      if (remainder < threshold || (remainder === threshold && atThreshold === 0)) continue;
      if (remainder === threshold) atThreshold -= 1;
      sharesFen[i] = (sharesFen[i] ?? 0) + 1;
    }
  }

  /** The `nth` largest remainder (1: the largest), by quickselect: sorting took half of the time of a quote. */
  private largest(nth: number, count: number): number {
    const list = this.ranked;
    for (let i = 0; i < count; i += 1) list[i] = this.remainders[i] ?? 0;
    let [from, to] = [0, count - 1];
    const wanted = nth - 1;
    while (from < to) {
      const pivot = list[(from + to) >> 1] ?? 0;
      let [i, j] = [from, to];
      while (i <= j) {
        while ((list[i] ?? 0) > pivot) i += 1;
        while ((list[j] ?? 0) < pivot) j -= 1;
        if (i > j) break;
        const held = list[i] ?? 0;
        list[i] = list[j] ?? 0;
        list[j] = held;
        i += 1;
        j -= 1;
      }
      if (wanted <= j) to = j;
      else if (wanted >= i) from = i;
      else break;
    }
    return list[wanted] ?? 0;
  }
}

/**
 * Part of a frozen amount that k of n units carry: floor(net × k / n). The k-th unit gives back this less what was given
 * back before, so that all n give back exactly the amount (rules.md section 2).
 */
export function shareOfUnits(netFen: Fen, units: number, ofUnits: number): Fen {
  if (!Number.isInteger(units) || !Number.isInteger(ofUnits) || units < 0 || units > ofUnits || ofUnits < 1) {
    throw new RangeError(`${units} of ${ofUnits} units`);
  }
  return mulDiv(units, netFen, ofUnits).quotient;
}
