import { type Domain, tightened, wholeDomain } from './domain';
import { type Field, poolSizes, unitsOfGroups } from './field';
import { Frontier } from './frontier';
import { Incumbent } from './incumbent';
import { type Saved, savedByGroup } from './outcome';
import { type Relaxation, relaxation, type Worths, worthsOf } from './relaxation';
import { isWhole, roundedCounts } from './rounding';
import { fixedRows, type Rows, rowsWithin } from './rows';

export interface Found {
  /** Units by pool. */
  readonly sizes: readonly number[];
  readonly proven: boolean;
  readonly considered: number;
}

/**
 * The best units over prices and groups, by branch and bound over how many packs are taken and where the
 * thresholds of the groups lie. With both known, units are worth what they are worth: packs are an integer packing,
 * bounded by its fractions.
 */
export function bestSizes(field: Field, nodeLimit: number): Found {
  return new Search(field, nodeLimit).run();
}

/** A domain with what its relaxation says, and units found along it. */
interface Node {
  readonly bound: number;
  readonly domain: Domain;
  readonly worths: Worths;
  readonly relaxed: Relaxation;
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
  readonly saved: readonly Saved[];
}

class Search {
  private readonly best: Incumbent;
  /** Differences below it are arithmetic's. */
  private readonly tolerance: number;
  private readonly rows: Rows;
  private readonly open = new Frontier<Node>();
  private considered = 0;
  private proven = true;

  constructor(
    private readonly field: Field,
    private readonly nodeLimit: number,
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
      this.branch({ ...node, domain: this.withoutHopeless(node.domain, node.relaxed) });
    }
    return { sizes: this.best.sizes, proven: this.proven, considered: this.considered };
  }

  private look(given: Domain): void {
    if (this.considered >= this.nodeLimit && this.considered > 0) {
      this.proven = false;
      return;
    }
    this.considered += 1;
    const { field } = this;
    const domain = tightened(field, given);
    if (!domain) return;
    const worths = worthsOf(field, domain);
    const relaxed = relaxation(field, rowsWithin(field, this.rows, domain), domain, worths);
    if (!this.canWin(relaxed.bound)) return;
    const counts = roundedCounts(field, domain, relaxed.counts, worths.gains);
    const sizes = poolSizes(field, counts);
    const saved = savedByGroup(field, sizes);
    const worth = this.best.offer(sizes, saved);
    if (this.isClosed(relaxed.bound, worth)) return;
    this.open.push({ bound: relaxed.bound, domain, worths, relaxed, counts, sizes, saved });
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

  private branch(node: Node): void {
    const group = this.loosestGroup(node);
    if (group >= 0) {
      this.branchThreshold(node, group);
      return;
    }
    if (this.branchCount(node)) return;
    const pack = this.mostFractional(node);
    if (pack >= 0) this.branchFraction(node, pack);
    else this.branchWhole(node);
  }

  /** The group whose open threshold promises most that the units do not keep; -1: none is open. */
  private loosestGroup({ domain, worths, sizes, saved }: Node): number {
    let loosest = -1;
    let widest = -1;
    const promised = this.promisedByGroup(worths, sizes);
    for (const g of saved.keys()) {
      if ((domain.from[g] ?? 0) >= (domain.to[g] ?? 0)) continue;
      const gap = (promised[g] ?? 0) - (saved[g]?.fen ?? 0);
      if (gap > widest) [loosest, widest] = [g, gap];
    }
    return loosest;
  }

  private promisedByGroup({ ofPool }: Worths, sizes: readonly number[]): number[] {
    const { group, own, market } = this.field;
    const promised = market.groups.map(() => 0);
    for (let pool = 0; pool < sizes.length; pool += 1) {
      const g = group[pool] ?? -1;
      if (g >= 0) promised[g] = (promised[g] ?? 0) + (sizes[pool] ?? 0) * ((ofPool[pool] ?? 0) - (own[pool] ?? 0));
    }
    return promised;
  }

  /** At the threshold of the units found, before it, after it; in the middle where theirs is not inside. */
  private branchThreshold({ domain, saved }: Node, group: number): void {
    const [from, to] = [domain.from[group] ?? 0, domain.to[group] ?? 0];
    const at = saved[group]?.threshold ?? from;
    const within = (a: number, b: number) => {
      if (a > b) return;
      this.look({ ...domain, from: replaced(domain.from, group, a), to: replaced(domain.to, group, b) });
    };
    const middle = (from + to) >> 1;
    if (at <= from || at >= to) {
      within(from, middle);
      within(middle + 1, to);
      return;
    }
    within(at, at);
    within(from, at - 1);
    within(at + 1, to);
  }

  private mostFractional({ relaxed }: Node): number {
    let best = -1;
    let widest = 0;
    for (const [p, count] of relaxed.counts.entries()) {
      const off = Math.abs(count - Math.round(count));
      if (!isWhole(count) && off > widest) [best, widest] = [p, off];
    }
    return best;
  }

  private branchFraction({ domain, relaxed }: Node, pack: number): void {
    const count = relaxed.counts[pack] ?? 0;
    const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
    const below = Math.min(many - 1, Math.max(few, Math.floor(count)));
    const isUpFirst = count - below >= 0.5;
    if (isUpFirst) this.look(withCounts(domain, pack, below + 1, many));
    this.look(withCounts(domain, pack, few, below));
    if (!isUpFirst) this.look(withCounts(domain, pack, below + 1, many));
  }

  /**
   * Thresholds are known and packs whole, yet the bound is not reached: units fill no `every`. Asks the group for just
   * as many full ones, for fewer, for more. False: no group has such units and another count to go to.
   */
  private branchCount({ domain, relaxed }: Node): boolean {
    let dearest = -1;
    let highest = 1e-6;
    let full = 0;
    const totals = unitsOfGroups(this.field, relaxed.counts);
    for (const [g, { every, reduced, order, savesFen }] of this.field.market.groups.entries()) {
      const [fewest, most, total] = [domain.fewest[g] ?? 0, domain.most[g] ?? 0, totals[g] ?? 0];
      const whole = Math.floor(total / every + 1e-6) * every;
      if (whole + every <= fewest || whole > most) continue;
      if (Math.floor(fewest / every) === Math.floor(most / every)) continue;
      const fine = ((total - whole) * reduced * (savesFen[order[domain.from[g] ?? 0] ?? -1] ?? 0)) / every;
      if (fine > highest) [dearest, highest, full] = [g, fine, whole];
    }
    if (dearest < 0) return false;
    const every = this.field.market.groups[dearest]?.every ?? 1;
    const asked = (few: number, most: number) => {
      const askedFewest = domain.askedFewest.map((n, g) => (g === dearest ? Math.max(n, few) : n));
      const askedMost = domain.askedMost.map((n, g) => (g === dearest ? Math.min(n, most) : n));
      this.look({ ...domain, askedFewest, askedMost });
    };
    asked(full, full + every - 1);
    if (full > (domain.fewest[dearest] ?? 0)) asked(0, full - 1);
    if (full + every <= (domain.most[dearest] ?? 0)) asked(full + every, Number.POSITIVE_INFINITY);
    return true;
  }

  /** Only arithmetic, or more reduced than `every`, leads here: packs are fixed one by one. */
  private branchWhole({ domain, counts }: Node): void {
    const pack = domain.atLeast.findIndex((few, p) => few < (domain.atMost[p] ?? 0));
    if (pack < 0) return;
    const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
    const count = Math.min(many, Math.max(few, counts[pack] ?? 0));
    this.look(withCounts(domain, pack, count, count));
    if (count > few) this.look(withCounts(domain, pack, few, count - 1));
    if (count < many) this.look(withCounts(domain, pack, count + 1, many));
  }
}

function withCounts(domain: Domain, pack: number, few: number, many: number): Domain {
  return { ...domain, atLeast: replaced(domain.atLeast, pack, few), atMost: replaced(domain.atMost, pack, many) };
}

function replaced(list: readonly number[], index: number, value: number): number[] {
  const next = list.slice();
  next[index] = value;
  return next;
}
