import type { LinePriceKind } from '../../../../kernel/coupon';
import { type Preferences, preferencesFor } from './preference';
import type { PriceProblem } from './problem';
import { bundleTags, byReduction, listTag, offerTag, type Tag } from './tags';

/** What becomes of a unit: its price and the group (of an nth offer) that counts it; group -1: none takes it. */
export interface Option {
  readonly tag: number;
  readonly group: number;
  readonly preference: number;
}

/** Units that are alike: each takes one of the options. */
export interface Pool {
  readonly options: readonly Option[];
}

/** Units of a pool. */
export interface Portion {
  readonly pool: number;
  readonly units: number;
}

/** One set of a bundle, one unit at a price that is limited, or one unit at another option of its pool. */
export interface Pack {
  /** Pools that the units leave. */
  readonly uses: readonly Portion[];
  /** Pools that they go to. */
  readonly fills: readonly Portion[];
  /** Most of it that quantities and its own limit allow. */
  readonly most: number;
  /** Index into the limits; -1: no limit but `most`. */
  readonly limit: number;
}

/** The group of an nth offer. */
export interface Group {
  readonly nth: number;
  readonly every: number;
  readonly reduced: number;
  /** Tags that it takes, the first to be reduced first. */
  readonly order: readonly number[];
  /** Place in that order, by tag; -1: not taken. */
  readonly place: readonly number[];
  /** What a reduced unit saves, by tag. */
  readonly savesFen: readonly number[];
}

/** A problem, or a part of it that hangs together, ready for the search. Lines are its own, 0 to n - 1. */
export interface Market {
  readonly quantities: readonly number[];
  readonly listUnitFen: readonly number[];
  readonly tags: readonly Tag[];
  /** The pools of the lines first, in their order, then those that packs fill. */
  readonly pools: readonly Pool[];
  readonly packs: readonly Pack[];
  /** Units an order, by limit. */
  readonly limits: readonly number[];
  readonly groups: readonly Group[];
}

/** `problem` in canonical order: offers by rank. */
export function marketOf(problem: PriceProblem): Market {
  return new Builder(problem).build();
}

class Builder {
  private readonly tags: Tag[] = [];
  private readonly pools: Pool[] = [];
  private readonly packs: Pack[] = [];
  private readonly limits: number[] = [];
  private readonly preferences: Preferences;

  constructor(private readonly problem: PriceProblem) {
    const { lines, prices, bundles, nths } = problem;
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const kinds = new Set<LinePriceKind>(prices.map(({ kind }) => kind));
    if (bundles.length > 0) kinds.add('bundle');
    this.preferences = preferencesFor(
      units,
      Math.max(0, ...[...prices, ...bundles, ...nths].map((o) => o.rank)),
      kinds,
    );
  }

  build(): Market {
    const { lines } = this.problem;
    for (const line of lines.keys()) this.addLine(line);
    for (const [index, offer] of this.problem.prices.entries())
      if (this.isLimited(index)) this.addLimited(index, offer.maxUnits ?? 0);
    for (const index of this.problem.bundles.keys()) this.addBundle(index);
    return {
      quantities: lines.map(({ quantity }) => quantity),
      listUnitFen: lines.map(({ listUnitFen }) => listUnitFen),
      tags: this.tags,
      pools: this.pools,
      packs: this.packs,
      limits: this.limits,
      groups: this.problem.nths.map((_, index) => this.groupOf(index)),
    };
  }

  /** A limit that the lines cannot reach is none. */
  private isLimited(price: number): boolean {
    const { maxUnits, unitFen } = this.problem.prices[price] ?? { maxUnits: null, unitFen: [] };
    if (maxUnits === null) return false;
    return (
      this.problem.lines.reduce((sum, { quantity }, i) => sum + (unitFen[i] === undefined ? 0 : quantity), 0) > maxUnits
    );
  }

  private addLine(line: number): void {
    const tags = [listTag(this.problem, line)];
    for (const [index, offer] of this.problem.prices.entries()) {
      const tag = this.isLimited(index) ? undefined : offerTag(offer, index, line);
      if (tag) tags.push(tag);
    }
    this.addPool(tags);
  }

  private addLimited(price: number, maxUnits: number): void {
    const limit = this.limits.push(maxUnits) - 1;
    for (const [line, { quantity }] of this.problem.lines.entries()) {
      const offer = this.problem.prices[price];
      const tag = offer && offerTag(offer, price, line);
      if (!tag) continue;
      const most = Math.min(quantity, maxUnits);
      this.packs.push({
        uses: [{ pool: line, units: 1 }],
        fills: [{ pool: this.addPool([tag]), units: 1 }],
        most,
        limit,
      });
    }
  }

  private addBundle(bundle: number): void {
    const offer = this.problem.bundles[bundle];
    if (!offer) return;
    const uses = offer.components.map(({ line, units }) => ({ pool: line, units }));
    const fits = uses.map(({ pool, units }) => Math.floor((this.problem.lines[pool]?.quantity ?? 0) / units));
    const most = Math.min(...fits, offer.maxSets ?? Number.POSITIVE_INFINITY);
    if (most < 1) return;
    const fills = bundleTags(offer, bundle).map(({ tag, units }) => ({ pool: this.addPool([tag]), units }));
    this.packs.push({ uses, fills, most, limit: -1 });
  }

  /** Each of the prices with each group that takes it; without one only the best price counts. */
  private addPool(tags: readonly Tag[]): number {
    const options: Option[] = [];
    let free: Option | undefined;
    for (const tag of tags) {
      const index = this.tags.push(tag) - 1;
      const preference = this.preferences.ofTag(tag);
      const groups = this.groupsOf(tag);
      for (const group of groups) {
        const nth = this.preferences.ofNth(this.problem.nths[group]?.rank ?? 0);
        options.push({ tag: index, group, preference: preference + nth });
      }
      const fen = free && this.tags[free.tag]?.fen;
      const isBetter = !free || fen === undefined || tag.fen < fen || (tag.fen === fen && preference < free.preference);
      if (groups.length === 0 && isBetter) free = { tag: index, group: -1, preference };
    }
    if (free) options.push(free);
    return this.pools.push({ options }) - 1;
  }

  /** Nth offers that take units at this price. */
  private groupsOf(tag: Tag): number[] {
    if (tag.fen <= (this.problem.lines[tag.line]?.floorUnitFen ?? 0)) return [];
    const takes = ({ lines, takes: kinds }: PriceProblem['nths'][number]) =>
      lines.includes(tag.line) && kinds.includes(tag.kind);
    return this.problem.nths.flatMap((nth, group) => (takes(nth) ? [group] : []));
  }

  private groupOf(index: number): Group {
    const nth = this.problem.nths[index];
    if (!nth) throw new RangeError(`no nth offer ${index}`);
    const taken = this.pools.flatMap(({ options }) => options.filter(({ group }) => group === index));
    const order = taken.map(({ tag }) => tag).sort((a, b) => this.compareTags(a, b));
    const place = this.tags.map(() => -1);
    for (const [at, tag] of order.entries()) place[tag] = at;
    const savesFen = this.tags.map((tag, t) =>
      (place[t] ?? -1) < 0 ? 0 : tag.fen - Math.min(tag.fen, nth.reducedFen(tag.line, tag.fen)),
    );
    return { nth: index, every: nth.every, reduced: nth.reduced, order, place, savesFen };
  }

  private compareTags(a: number, b: number): number {
    const [x, y] = [this.tags[a], this.tags[b]];
    return x && y ? byReduction(x, y) : 0;
  }
}
