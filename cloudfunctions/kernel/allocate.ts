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
  let active = targets.flatMap((target, index) =>
    (caps[index] ?? 0) > 0 ? [{ index, weightFen: target.weightFen, capFen: caps[index] ?? 0 }] : [],
  );
  let restFen = grantedFen;
  for (;;) {
    const weightSum = sumFen(active.map((line) => line.weightFen));
    if (restFen === 0 || weightSum === 0) return { sharesFen, grantedFen };
    const exact = active.map((line) => ({ ...line, ...mulDiv(line.weightFen, restFen, weightSum) }));
    const full = exact.filter((line) => line.quotient + (line.remainder > 0 ? 1 : 0) > line.capFen);
    if (full.length === 0) {
      roundByLargestRemainder(restFen, exact, sharesFen);
      return { sharesFen, grantedFen };
    }
    for (const line of full) {
      sharesFen[line.index] = line.capFen;
      restFen -= line.capFen;
    }
    active = active.filter((line) => sharesFen[line.index] === 0);
  }
}

interface ExactShare {
  index: number;
  quotient: number;
  remainder: number;
}

function roundByLargestRemainder(amountFen: Fen, exact: ExactShare[], sharesFen: Fen[]): void {
  let left = amountFen - sumFen(exact.map((line) => line.quotient));
  for (const line of exact) sharesFen[line.index] = line.quotient;
  const byRemainder = [...exact].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const line of byRemainder) {
    if (left === 0) return;
    sharesFen[line.index] = line.quotient + 1;
    left -= 1;
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
