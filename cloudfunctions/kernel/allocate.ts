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
  const caps = targets.map(({ weightFen, capFen }) => (weightFen > 0 ? (capFen ?? weightFen) : 0));
  const grantedFen = Math.min(amountFen, sumFen(caps));
  const sharesFen = targets.map(() => 0);
  let active = [...targets.keys()].filter((i) => (caps[i] ?? 0) > 0);
  let restFen = grantedFen;
  while (restFen > 0) {
    const exact = exactShares(restFen, active, targets);
    const full = exact.filter(
      ({ index, quotient, remainder }) => quotient + (remainder > 0 ? 1 : 0) > (caps[index] ?? 0),
    );
    if (full.length === 0) {
      roundByLargestRemainder(restFen, exact, sharesFen);
      break;
    }
    for (const { index } of full) {
      sharesFen[index] = caps[index] ?? 0;
      restFen -= caps[index] ?? 0;
    }
    active = active.filter((i) => sharesFen[i] === 0);
  }
  return { sharesFen, grantedFen };
}

interface ExactShare {
  readonly index: number;
  readonly quotient: number;
  readonly remainder: number;
}

/** Share of each line before rounding: amount × weight / sum of weights. */
function exactShares(amountFen: Fen, active: readonly number[], targets: readonly AllocationTarget[]): ExactShare[] {
  let weightSum = 0;
  for (const i of active) weightSum += targets[i]?.weightFen ?? 0;
  return active.map((index) => {
    const { quotient, remainder } = mulDiv(targets[index]?.weightFen ?? 0, amountFen, weightSum);
    return { index, quotient, remainder };
  });
}

/** Rounds down, then gives a fen each to the largest remainders; of equal ones to the earlier line. */
function roundByLargestRemainder(amountFen: Fen, exact: readonly ExactShare[], sharesFen: Fen[]): void {
  let left = amountFen;
  for (const { index, quotient } of exact) {
    sharesFen[index] = quotient;
    left -= quotient;
  }
  if (left === 0) return;
  const byRemainder = [...exact].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index, quotient } of byRemainder.slice(0, left)) sharesFen[index] = quotient + 1;
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
