import { type Node, splits } from './branching';
import { type Domain, tightened, wholeDomain } from './domain';
import { type Field, poolSizes } from './field';
import { Frontier } from './frontier';
import { Incumbent } from './incumbent';
import { savedByGroup } from './outcome';
import type { PriceProblem } from './problem';
import { type Relaxation, relaxation, worthsOf } from './relaxation';
import { roundedCounts } from './rounding';
import { fixedRows, type Rows, rowsWithin } from './rows';

export interface Found {
  /** Units by pool. */
  readonly sizes: readonly number[];
  readonly proven: boolean;
  readonly considered: number;
}

export type SearchLimits = Pick<PriceProblem, 'nodeLimit' | 'workLimit'>;

/**
 * Steps of arithmetic that one search may take, as a simplex of so many columns and rows takes them: some 50 ms, which is
 * what a quote may take. Counted, never timed, so that the same cart always has the same price.
 */
const MOST_WORK = 200_000_000;

/**
 * The best units over prices and groups, by branch and bound over how many packs are taken and where the
 * thresholds of the groups lie. With both known, units are worth what they are worth: packs are an integer packing,
 * bounded by its fractions.
 */
export function bestSizes(field: Field, limits: SearchLimits): Found {
  return new Search(field, limits).run();
}

class Search {
  private readonly best: Incumbent;
  /** Differences below it are arithmetic's. */
  private readonly tolerance: number;
  private readonly rows: Rows;
  private readonly open = new Frontier<Node>();
  private considered = 0;
  private work = 0;
  private proven = true;

  constructor(
    private readonly field: Field,
    private readonly limits: SearchLimits,
  ) {
    this.tolerance = Math.max(field.trifle / 4, 1e-8);
    this.best = new Incumbent(field);
    this.rows = fixedRows(field);
  }

  /** The most promising part first, so that no part is opened that the best choice rules out. */
  run(): Found {
    this.look(wholeDomain(this.field));
    for (let node = this.open.pop(); node && this.proven; node = this.open.pop()) {
      if (!this.canWin(node.bound)) break;
      const domain = this.withoutHopeless(node.domain, node.relaxed);
      for (const part of splits(this.field, { ...node, domain })) this.look(part);
    }
    return { sizes: this.best.sizes, proven: this.proven, considered: this.considered };
  }

  private look(given: Domain): void {
    if (this.considered > 0 && this.isOverLimit()) {
      this.proven = false;
      return;
    }
    this.considered += 1;
    const { field } = this;
    const domain = tightened(field, given);
    if (!domain) return;
    const worths = worthsOf(field, domain);
    const rows = rowsWithin(field, this.rows, domain);
    this.work += rows.uses.length * rows.room.length ** 2;
    const relaxed = relaxation(field, rows, domain, worths);
    if (!this.canWin(relaxed.bound)) return;
    const counts = roundedCounts(field, domain, relaxed.counts, worths.gains);
    const sizes = poolSizes(field, counts);
    const saved = savedByGroup(field, sizes);
    const worth = this.best.offer(sizes, saved);
    if (this.isClosed(relaxed.bound, worth)) return;
    this.open.push({ bound: relaxed.bound, domain, worths, relaxed, counts, sizes, saved });
  }

  private isOverLimit(): boolean {
    const { nodeLimit, workLimit = MOST_WORK } = this.limits;
    return this.considered >= nodeLimit || this.work >= workLimit;
  }

  private canWin(bound: number): boolean {
    return bound > this.best.worth - this.tolerance;
  }

  private isClosed(bound: number, worth: number): boolean {
    return bound <= worth + this.tolerance;
  }

  /** Counts whose loss alone brings the bound below the best known. */
  private withoutHopeless(domain: Domain, { bound, reducedGains }: Relaxation): Domain {
    const spare = bound - this.best.worth + 2 * this.tolerance;
    const atLeast = [...domain.atLeast];
    const atMost = [...domain.atMost];
    for (const [p, gain] of reducedGains.entries()) {
      const [few, many] = [atLeast[p] ?? 0, atMost[p] ?? 0];
      if (gain < 0) atMost[p] = Math.min(many, few + Math.floor(spare / -gain));
      if (gain > 0) atLeast[p] = Math.max(few, many - Math.floor(spare / gain));
    }
    return { ...domain, atLeast, atMost };
  }
}
