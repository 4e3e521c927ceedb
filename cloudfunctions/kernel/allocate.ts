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
  const weightsFen = targets.map(({ weightFen }) => weightFen);
  const capsFen = targets.map(({ weightFen, capFen }) => (weightFen > 0 ? (capFen ?? weightFen) : 0));
  sumFen(capsFen);
  const sharesFen = targets.map(() => 0);
  return { sharesFen, grantedFen: shareOut(amountFen, weightsFen, capsFen, sharesFen) };
}

/**
 * As `allocate`, for loops that make no objects: weights and caps stand beside each other, `sharesFen` (as many zeros) is
 * filled. Lines without weight have a cap of 0. Returns what was granted.
 */
export function shareOut(amountFen: Fen, weightsFen: readonly Fen[], capsFen: readonly Fen[], sharesFen: Fen[]): Fen {
  let roomFen = 0;
  for (let i = 0; i < capsFen.length; i += 1) roomFen += capsFen[i] ?? 0;
  const grantedFen = Math.min(amountFen, roomFen);
  const remainders: number[] = [];
  let restFen = grantedFen;
  while (restFen > 0) {
    const left = roundDown(restFen, weightsFen, capsFen, sharesFen, remainders);
    if (left >= 0) {
      giveToLargest(left, remainders, sharesFen);
      break;
    }
    restFen -= fillFull(capsFen, sharesFen, remainders);
  }
  return grantedFen;
}

/** Marks a line in `remainders`: it takes its cap in this round, or has taken it, or can take nothing. */
const FULL_NOW = -1;
const OUT = -2;

/**
 * Shares rounded down, and their remainders. Returns the fen that are left, or −1 where lines exceed their caps: they are
 * marked in `remainders`, and the shares of the others do not count.
 */
function roundDown(
  restFen: Fen,
  weightsFen: readonly Fen[],
  capsFen: readonly Fen[],
  sharesFen: Fen[],
  remainders: number[],
): number {
  let weightSum = 0;
  for (let i = 0; i < weightsFen.length; i += 1) {
    if ((capsFen[i] ?? 0) === 0 || remainders[i] === OUT) remainders[i] = OUT;
    else weightSum += weightsFen[i] ?? 0;
  }
  let left = restFen;
  let isAnyFull = false;
  for (let i = 0; i < weightsFen.length; i += 1) {
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
function fillFull(capsFen: readonly Fen[], sharesFen: Fen[], remainders: number[]): Fen {
  let takenFen = 0;
  for (let i = 0; i < capsFen.length; i += 1) {
    if (remainders[i] !== FULL_NOW) continue;
    const capFen = capsFen[i] ?? 0;
    remainders[i] = OUT;
    sharesFen[i] = capFen;
    takenFen += capFen;
  }
  return takenFen;
}

/** One fen more for each of the largest remainders; of equal ones for the earlier line. */
function giveToLargest(count: number, remainders: readonly number[], sharesFen: Fen[]): void {
  if (count === 0) return;
  const threshold = largest(remainders, count);
  let atThreshold = count;
  for (let i = 0; i < remainders.length; i += 1) if ((remainders[i] ?? 0) > threshold) atThreshold -= 1;
  for (let i = 0; i < remainders.length; i += 1) {
    const remainder = remainders[i] ?? 0;
    if (remainder < threshold || (remainder === threshold && atThreshold === 0)) continue;
    if (remainder === threshold) atThreshold -= 1;
    sharesFen[i] = (sharesFen[i] ?? 0) + 1;
  }
}

/** The `nth` largest of the numbers (1: the largest), by quickselect: sorting took half of the time of a quote. */
function largest(numbers: readonly number[], nth: number): number {
  const list = numbers.slice();
  let [from, to] = [0, list.length - 1];
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
