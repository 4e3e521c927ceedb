import { FULL_RATE_BPS } from '../../../../kernel/rate';
import { byId } from '../order';
import { distinctOptions } from './distinct';
import type { Option } from './option';

/** An option as the search sees it. */
export interface Move {
  readonly option: Option;
  /** Place in the order of taking off. */
  readonly turn: number;
  /** Index of its group. */
  readonly group: number;
  readonly isCoupon: boolean;
  /** Share that it takes of what is left, 0 to 1; null: a fixed amount. */
  readonly share: number | null;
  /** The fixed amount, or the cap; infinite: none. */
  readonly mostFen: number;
  /** What it takes of all of B(scope): no choice lets it take more. A real number. */
  readonly largestFen: number;
}

export interface Moves {
  /** In the order of taking off. */
  readonly all: readonly Move[];
  readonly groupCount: number;
}

/** Moves by turn; options that say the same count once. */
export function movesOf(options: readonly Option[]): Moves {
  const numbers = new Map<string, number>();
  const all = distinctOptions(options).map((option, turn): Move => {
    const group = numbers.get(option.groupKey) ?? numbers.size;
    numbers.set(option.groupKey, group);
    const { terms } = option.rung;
    const share = terms.form === 'fixed' ? null : (FULL_RATE_BPS - terms.payRateBps) / FULL_RATE_BPS;
    const mostFen = terms.form === 'fixed' ? terms.offFen : (terms.capFen ?? Number.POSITIVE_INFINITY);
    const largestFen = realTakeOf(share, mostFen, option.baseFen);
    return { option, turn, group, isCoupon: option.from.source === 'coupon', share, mostFen, largestFen };
  });
  return { all, groupCount: numbers.size };
}

/** What a move takes of a sum, in real numbers. */
export function realTake({ share, mostFen }: Move, sumFen: number): number {
  return realTakeOf(share, mostFen, sumFen);
}

function realTakeOf(share: number | null, mostFen: number, sumFen: number): number {
  return Math.min(share === null ? sumFen : sumFen * share, mostFen);
}

/** Of two moves of a group that gain the same: the earlier expiry, the lower id, the higher rung comes first. */
export function byTie(a: Move, b: Move): number {
  const { from, rung } = a.option;
  const other = b.option;
  return (
    expiryOf(a.option) - expiryOf(other) || byId(from.id, other.from.id) || other.rung.thresholdFen - rung.thresholdFen
  );
}

function expiryOf({ from }: Option): number {
  return from.source === 'coupon' ? from.coupon.validUntilMs : 0;
}
