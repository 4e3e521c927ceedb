import type { Group, Market } from './market';
import type { Cost } from './preference';

/** Units by pool and option. */
export type Spread = readonly (readonly number[])[];

/** Units that each group counts, by tag. */
export function unitsInGroups({ groups, pools, tags }: Market, spread: Spread): number[][] {
  const counted = groups.map(() => tags.map(() => 0));
  for (const [p, { options }] of pools.entries()) {
    for (const [o, { tag, group }] of options.entries()) {
      const row = counted[group];
      if (row) row[tag] = (row[tag] ?? 0) + (spread[p]?.[o] ?? 0);
    }
  }
  return counted;
}

/** Of the counted units, by tag, those that are reduced: of each full `every` the `reduced` cheapest. */
export function reducedUnits({ order, every, reduced }: Group, counted: readonly number[]): Map<number, number> {
  const total = order.reduce((sum, tag) => sum + (counted[tag] ?? 0), 0);
  let left = Math.min(total, Math.floor(total / every) * reduced);
  const byTag = new Map<number, number>();
  for (const tag of order) {
    const units = Math.min(left, counted[tag] ?? 0);
    if (units > 0) byTag.set(tag, units);
    left -= units;
  }
  return byTag;
}

export interface Saved {
  readonly fen: number;
  /** Place of the last unit that is reduced; 0 where none is. */
  readonly threshold: number;
}

/** What each group saves. */
export function savedByGroup(market: Market, spread: Spread): Saved[] {
  const counted = unitsInGroups(market, spread);
  return market.groups.map((group, g) => {
    let fen = 0;
    let threshold = 0;
    for (const [tag, units] of reducedUnits(group, counted[g] ?? [])) {
      fen += units * (group.savesFen[tag] ?? 0);
      threshold = group.place[tag] ?? 0;
    }
    return { fen, threshold };
  });
}

/** What the units cost after step 2, and what is preferred among equal sums. */
export function costOf(market: Market, spread: Spread): Cost {
  let fen = 0;
  let preference = 0;
  for (const [p, { options }] of market.pools.entries()) {
    for (const [o, option] of options.entries()) {
      const units = spread[p]?.[o] ?? 0;
      fen += units * (market.tags[option.tag]?.fen ?? 0);
      preference += units * option.preference;
    }
  }
  for (const saved of savedByGroup(market, spread)) fen -= saved.fen;
  return { fen, preference };
}
