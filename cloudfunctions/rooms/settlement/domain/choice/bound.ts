import type { Fen } from '../../../../kernel/fen';
import { FULL_RATE_BPS } from '../../../../kernel/rate';
import { type Option, takeOf } from './option';
import type { Ground } from './take-off';

/** What is left at least, whatever is still chosen: real numbers, rounded up only when compared. */
export interface Optimum {
  /** By line: amount × the product of the chosen percentages. */
  readonly leftFen: readonly number[];
  /** Sum of the chosen fixed amounts. */
  readonly fixedFen: number;
}

/**
 * Lower bounds for the search. A percentage takes at most its rate of what percentages leave, a fixed amount at most
 * itself, and both take less the more has gone before; so what is left after a choice is at least
 * Σ amount × Π rates − Σ fixed amounts. Percentages compound over lines only while no line stands on a floor above 0
 * (there its share moves to others); with floors they are summed on the first amounts instead, which is always true.
 * Largest remainders move at most lines / 4 fen between lines a step, which only matters where scopes differ.
 */
export class Bounds {
  private readonly floorSumFen: Fen;
  private readonly compounds: boolean;
  private readonly slackFen: number;

  constructor(
    private readonly ground: Ground,
    private readonly groups: readonly (readonly Option[])[],
  ) {
    const options = groups.flat();
    const first = options[0]?.lines.join();
    const sameScope = options.every((option) => option.lines.join() === first);
    this.floorSumFen = ground.floorsFen.reduce((sum, floor) => sum + floor, 0);
    this.compounds = this.floorSumFen === 0;
    this.slackFen = sameScope || !this.compounds ? 0 : (groups.length * ground.amountsFen.length) / 4;
  }

  start(): Optimum {
    return { leftFen: this.ground.amountsFen, fixedFen: 0 };
  }

  /** Most that an option can take in addition. */
  gainOf(option: Option, optimum: Optimum): number {
    const { terms } = option.rung;
    if (!this.compounds) return takeOf(terms, option.baseFen);
    const sumFen = option.lines.reduce((sum, i) => sum + (optimum.leftFen[i] ?? 0), 0);
    if (terms.form === 'fixed') return Math.min(terms.offFen, sumFen);
    return Math.min((sumFen * (FULL_RATE_BPS - terms.payRateBps)) / FULL_RATE_BPS, terms.capFen ?? sumFen);
  }

  /** The bound's ground after choosing an option. */
  with(option: Option, optimum: Optimum): Optimum {
    const { terms } = option.rung;
    const gainFen = this.gainOf(option, optimum);
    const isCapped = terms.form === 'percentage' && terms.capFen !== null && gainFen >= terms.capFen;
    if (!this.compounds || terms.form === 'fixed' || isCapped) {
      return { leftFen: optimum.leftFen, fixedFen: optimum.fixedFen + gainFen };
    }
    const leftFen = [...optimum.leftFen];
    for (const i of option.lines) leftFen[i] = ((leftFen[i] ?? 0) * terms.payRateBps) / FULL_RATE_BPS;
    return { leftFen, fixedFen: optimum.fixedFen };
  }

  /** No completion of the choice from this group on leaves less. */
  lowestFen(optimum: Optimum, fromGroup: number): Fen {
    const sumFen = optimum.leftFen.reduce((sum, left) => sum + left, 0) - optimum.fixedFen;
    let gainsFen = 0;
    for (let g = fromGroup; g < this.groups.length; g += 1) {
      let bestFen = 0;
      for (const option of this.groups[g] ?? []) bestFen = Math.max(bestFen, this.gainOf(option, optimum));
      gainsFen += bestFen;
    }
    const lowest = Math.max(sumFen - gainsFen, this.compoundedFen(optimum, fromGroup));
    return Math.max(this.floorSumFen, Math.ceil(lowest - this.slackFen - 1e-6));
  }

  /** As above, with groups of percentages alone taken as each line's lowest rate: sharper where they compound. */
  private compoundedFen(optimum: Optimum, fromGroup: number): number {
    if (!this.compounds) return Number.NEGATIVE_INFINITY;
    const leftFen = [...optimum.leftFen];
    const others: (readonly Option[])[] = [];
    for (let g = fromGroup; g < this.groups.length; g += 1) {
      const options = this.groups[g] ?? [];
      if (options.some((option) => option.rung.terms.form === 'fixed')) others.push(options);
      else lowerByBestRate(leftFen, options);
    }
    const compounded: Optimum = { leftFen, fixedFen: optimum.fixedFen };
    const gainsFen = others.reduce(
      (sum, options) => sum + Math.max(0, ...options.map((option) => this.gainOf(option, compounded))),
      0,
    );
    return leftFen.reduce((sum, left) => sum + left, 0) - optimum.fixedFen - gainsFen;
  }
}

function lowerByBestRate(leftFen: number[], options: readonly Option[]): void {
  const best = leftFen.map(() => FULL_RATE_BPS);
  for (const { lines, rung } of options) {
    if (rung.terms.form !== 'percentage') continue;
    for (const i of lines) best[i] = Math.min(best[i] ?? FULL_RATE_BPS, rung.terms.payRateBps);
  }
  for (const [i, rate] of best.entries()) leftFen[i] = ((leftFen[i] ?? 0) * rate) / FULL_RATE_BPS;
}
