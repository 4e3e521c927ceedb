import type { Fen } from '../../../../kernel/fen';
import { payAfterRate } from '../../../../kernel/rate';
import type { Rung } from '../offers/kind';
import { byId } from '../order';
import type { Source } from '../source';
import type { LineSet } from '../steps/line-sets';

/** One way to use a group: a rung that is reached, with the lines it counts and reduces. */
export interface Option {
  readonly from: Source;
  /** Step in the order of steps: 3, 4 or 5 (8 for freight). */
  readonly step: number;
  /** Of one group at most one option applies. */
  readonly groupKey: string;
  readonly rung: Rung;
  readonly set: LineSet;
  /** Those of the set. */
  readonly lines: readonly number[];
  /** B(scope): the set's. */
  readonly baseFen: Fen;
}

/** What the terms take off a sum. */
export function takeOf(terms: Rung['terms'], leftFen: Fen): Fen {
  if (terms.form === 'fixed') return Math.min(terms.offFen, leftFen);
  const offFen = leftFen - payAfterRate(leftFen, terms.payRateBps);
  return Math.min(offFen, terms.capFen ?? offFen);
}

/** Order of taking off: steps, percentages before fixed amounts, ascending offer or template id. */
export function byTurn(a: Option, b: Option): number {
  return (
    a.step - b.step ||
    Number(a.rung.terms.form === 'fixed') - Number(b.rung.terms.form === 'fixed') ||
    byId(turnId(a.from), turnId(b.from)) ||
    byId(a.from.id, b.from.id) ||
    a.rung.thresholdFen - b.rung.thresholdFen
  );
}

function turnId(from: Source): string {
  return from.source === 'coupon' ? from.coupon.templateId : from.id;
}
