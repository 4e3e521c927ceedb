import { type Domain, tightened, wholeDomain } from './domain';
import { Incumbent, poolSizes, spreadAt } from './incumbent';
import { type Market, movesCounts } from './market';
import { type Spread, savedByGroup } from './outcome';
import { type Relaxation, relaxation, trifleOf, type Worths, worthsOf } from './relaxation';
import { spreadByResidues } from './residues';
import { roundedCounts } from './rounding';

export interface Found {
  readonly spread: Spread;
  readonly proven: boolean;
  readonly considered: number;
}

/**
 * The best spread of units over prices and groups, by branch and bound over how many packs are taken and where the
 * thresholds of the groups lie. With both known, units are worth what they are worth: packs are an integer packing,
 * bounded by its fractions, and what remains is followed by residues.
 */
export function searchSpread(market: Market, nodeLimit: number): Found {
  return new Search(market, nodeLimit).run();
}

/** A domain with what its relaxation says, and the best spread found along it. */
interface Node {
  readonly domain: Domain;
  readonly worths: Worths;
  readonly relaxed: Relaxation;
  readonly counts: readonly number[];
  readonly spread: Spread;
}

class Search {
  private readonly best: Incumbent;
  private readonly trifle: number;
  /** Differences below it are arithmetic's. */
  private readonly tolerance: number;
  /** By pack: whether it moves what groups count. */
  private readonly moves: readonly boolean[];
  private considered = 0;
  private proven = true;

  constructor(
    private readonly market: Market,
    private readonly nodeLimit: number,
  ) {
    this.trifle = trifleOf(market);
    this.tolerance = Math.max(this.trifle / 4, 1e-8);
    this.best = new Incumbent(market, this.trifle);
    this.moves = market.packs.map((pack) => movesCounts(market, pack));
  }

  run(): Found {
    this.descend(wholeDomain(this.market));
    return { spread: this.best.spread, proven: this.proven, considered: this.considered };
  }

  private descend(given: Domain): void {
    if (this.considered >= this.nodeLimit && this.considered > 0) {
      this.proven = false;
      return;
    }
    this.considered += 1;
    const domain = tightened(this.market, given);
    if (!domain) return;
    const worths = worthsOf(this.market, domain, this.trifle);
    const relaxed = relaxation(this.market, domain, worths);
    if (!this.canWin(relaxed.bound)) return;
    const counts = roundedCounts(this.market, domain, relaxed.counts, worths.gains);
    const spread = spreadAt(this.market, poolSizes(this.market, counts), worths.choice);
    const worth = this.best.offer(spread);
    if (this.isClosed(relaxed.bound, worth)) return;
    this.branch({ domain: this.withoutHopeless(domain, relaxed), worths, relaxed, counts, spread });
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
    const pack = this.mostFractional(node);
    if (pack >= 0) this.branchFraction(node, pack);
    else this.branchWhole(node);
  }

  /** The group whose open threshold promises most that the spread does not keep; -1: none is open. */
  private loosestGroup({ domain, worths, spread }: Node): number {
    let loosest = -1;
    let widest = -1;
    const saved = savedByGroup(this.market, spread);
    const promised = this.promisedByGroup(worths, spread);
    for (const g of this.market.groups.keys()) {
      if ((domain.from[g] ?? 0) >= (domain.to[g] ?? 0)) continue;
      const gap = (promised[g] ?? 0) - (saved[g]?.fen ?? 0);
      if (gap > widest) [loosest, widest] = [g, gap];
    }
    return loosest;
  }

  private promisedByGroup({ ofOption }: Worths, spread: Spread): number[] {
    const { pools, groups, tags, listUnitFen } = this.market;
    const promised = groups.map(() => 0);
    for (const [p, { options }] of pools.entries()) {
      for (const [o, { group, tag, preference }] of options.entries()) {
        const units = spread[p]?.[o] ?? 0;
        if (group < 0 || units === 0) continue;
        const { line, fen } = tags[tag] ?? { line: 0, fen: 0 };
        const own = (listUnitFen[line] ?? 0) - fen - this.trifle * preference;
        promised[group] = (promised[group] ?? 0) + units * ((ofOption[p]?.[o] ?? 0) - own);
      }
    }
    return promised;
  }

  private branchThreshold({ domain, spread }: Node, group: number): void {
    const [from, to] = [domain.from[group] ?? 0, domain.to[group] ?? 0];
    const at = Math.min(to, Math.max(from, savedByGroup(this.market, spread)[group]?.threshold ?? from));
    const within = (a: number, b: number) => {
      if (a > b) return;
      this.descend({
        ...domain,
        from: domain.from.map((place, g) => (g === group ? a : place)),
        to: domain.to.map((place, g) => (g === group ? b : place)),
      });
    };
    within(at, at);
    within(from, at - 1);
    within(at + 1, to);
  }

  private mostFractional({ domain, relaxed }: Node): number {
    let best = -1;
    let widest = 1e-6;
    for (const [p, count] of relaxed.counts.entries()) {
      if ((domain.atLeast[p] ?? 0) >= (domain.atMost[p] ?? 0)) continue;
      const off = Math.abs(count - Math.round(count));
      if (off > widest) [best, widest] = [p, off];
    }
    return best;
  }

  private branchFraction({ domain, relaxed }: Node, pack: number): void {
    const count = relaxed.counts[pack] ?? 0;
    const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
    const below = Math.min(many - 1, Math.max(few, Math.floor(count)));
    const isUpFirst = count - below >= 0.5;
    if (isUpFirst) this.descend(withCounts(domain, pack, below + 1, many));
    this.descend(withCounts(domain, pack, few, below));
    if (!isUpFirst) this.descend(withCounts(domain, pack, below + 1, many));
  }

  /**
   * Thresholds are known and packs whole, yet the bound is not reached: units are left that fill no `every`. Only packs
   * that move counts of groups can mend that; once those are fixed, units spread by residues are the best there is.
   */
  private branchWhole(node: Node): void {
    const { domain, counts, relaxed, worths } = node;
    const sizes = poolSizes(this.market, counts);
    const byResidues = spreadByResidues(this.market, sizes, worths, domain);
    const worth = byResidues ? this.best.offer(byResidues.spread) : Number.NEGATIVE_INFINITY;
    const pack = this.movingPack(node);
    if (pack >= 0) {
      const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
      const count = Math.min(many, Math.max(few, counts[pack] ?? 0));
      this.descend(withCounts(domain, pack, count, count));
      if (count > few) this.descend(withCounts(domain, pack, few, count - 1));
      if (count < many) this.descend(withCounts(domain, pack, count + 1, many));
      return;
    }
    const bound = relaxed.bound - (byResidues?.loss ?? 0);
    if (!byResidues || (!this.isClosed(bound, worth) && this.canWin(bound))) this.spreadEach(node);
  }

  /** An open pack that moves what groups count, the one dearest to change; -1: none. */
  private movingPack({ domain, relaxed }: Node): number {
    let pack = -1;
    let dearest = -1;
    for (const [p, gain] of relaxed.reducedGains.entries()) {
      if (!this.moves[p] || (domain.atLeast[p] ?? 0) >= (domain.atMost[p] ?? 0)) continue;
      if (Math.abs(gain) > dearest) [pack, dearest] = [p, Math.abs(gain)];
    }
    return pack;
  }

  /** What thresholds promise is not kept: the packs that are still open are fixed, then units spread one by one. */
  private spreadEach({ domain, counts, worths }: Node): void {
    const pack = domain.atLeast.findIndex((few, p) => few < (domain.atMost[p] ?? 0));
    if (pack < 0) {
      this.spreadOneByOne(poolSizes(this.market, counts), worths);
      return;
    }
    const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
    for (let count = many; count >= few; count -= 1) this.descend(withCounts(domain, pack, count, count));
  }

  /** Where floors make what a unit saves fall while prices rise, thresholds promise too much: every spread is tried. */
  private spreadOneByOne(sizes: readonly number[], worths: Worths): void {
    const spread = this.market.pools.map(({ options }) => options.map(() => 0));
    const bounds = sizes.map((units, p) => units * (worths.ofPool[p] ?? 0));
    const fill = (pool: number, option: number, left: number, bound: number): void => {
      const row = spread[pool];
      if (!row) {
        this.best.offer(spread);
        return;
      }
      if (!this.canWin(bound)) return;
      if (this.considered >= this.nodeLimit) {
        this.proven = false;
        return;
      }
      this.considered += 1;
      const isLast = option === row.length - 1;
      const loss = (worths.ofPool[pool] ?? 0) - (worths.ofOption[pool]?.[option] ?? 0);
      for (let units = left; units >= (isLast ? left : 0); units -= 1) {
        row[option] = units;
        if (isLast) fill(pool + 1, 0, sizes[pool + 1] ?? 0, bound - units * loss);
        else fill(pool, option + 1, left - units, bound - units * loss);
      }
      row[option] = 0;
    };
    fill(
      0,
      0,
      sizes[0] ?? 0,
      bounds.reduce((sum, bound) => sum + bound, 0),
    );
  }
}

function withCounts(domain: Domain, pack: number, few: number, many: number): Domain {
  return {
    ...domain,
    atLeast: domain.atLeast.map((count, p) => (p === pack ? few : count)),
    atMost: domain.atMost.map((count, p) => (p === pack ? many : count)),
  };
}
