import type { Group, Market } from './market';

/** What a part of the search still leaves open. */
export interface Domain {
  /** Packs taken: at least, at most, by pack. */
  readonly atLeast: readonly number[];
  readonly atMost: readonly number[];
  /** Interval of the threshold's place, by group. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Units that a group shall count, at least and at most; without an end: nothing is asked. */
  readonly askedFewest: readonly number[];
  readonly askedMost: readonly number[];
  /** Units that it then can count. */
  readonly fewest: readonly number[];
  readonly most: readonly number[];
}

export function wholeDomain({ packs, groups }: Market): Domain {
  return {
    atLeast: packs.map(() => 0),
    atMost: packs.map(({ most }) => most),
    from: groups.map(() => 0),
    to: groups.map(({ order }) => order.length - 1),
    askedFewest: groups.map(() => 0),
    askedMost: groups.map(() => Number.POSITIVE_INFINITY),
    fewest: groups.map(() => 0),
    most: groups.map(() => 0),
  };
}

/** Units of a line that packs surely leave to its own pool, and at least take. */
interface Sizes {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** The domain without what cannot be: counts that lines and limits leave no room for, thresholds out of reach. */
export function tightened(market: Market, domain: Domain): Domain | null {
  const atMost = packsThatFit(market, domain);
  if (!atMost) return null;
  if (market.groups.length === 0) return { ...domain, atMost };
  const sizes = sizesOf(market, domain.atLeast, atMost);
  const next = { from: [...domain.from], to: [...domain.to], fewest: [...domain.fewest], most: [...domain.most] };
  for (const [g, group] of market.groups.entries()) {
    if (group.order.length === 0) continue;
    const within = reachable(market, group, g, sizes, domain);
    next.from[g] = Math.max(next.from[g] ?? 0, within.from);
    next.to[g] = Math.min(next.to[g] ?? 0, within.to);
    next.fewest[g] = within.fewest;
    next.most[g] = within.most;
    if ((next.from[g] ?? 0) > (next.to[g] ?? 0) || within.fewest > within.most) return null;
  }
  return { ...domain, atMost, ...next };
}

function packsThatFit({ quantities, pools, limits, packs }: Market, { atLeast, atMost }: Domain): number[] | null {
  const room = pools.map((_, p) => quantities[p] ?? 0);
  const free = [...limits];
  for (const [p, { uses, fills, limit }] of packs.entries()) {
    const count = atLeast[p] ?? 0;
    const most = atMost[p] ?? 0;
    if (count > most) return null;
    if (most === 0) continue;
    for (const { pool, units } of fills) room[pool] = (room[pool] ?? 0) + units * most;
    for (const { pool, units } of uses) room[pool] = (room[pool] ?? 0) - units * count;
    if (limit >= 0) free[limit] = (free[limit] ?? 0) - count;
  }
  if (room.some((units) => units < 0) || free.some((units) => units < 0)) return null;
  return packs.map(({ uses, limit }, p) => {
    const least = atLeast[p] ?? 0;
    let most = atMost[p] ?? 0;
    for (const { pool, units } of uses) most = Math.min(most, least + Math.floor((room[pool] ?? 0) / units));
    return limit < 0 ? most : Math.min(most, least + (free[limit] ?? 0));
  });
}

function sizesOf({ quantities, pools, packs }: Market, atLeast: readonly number[], atMost: readonly number[]): Sizes {
  const least = pools.map((_, p) => quantities[p] ?? 0);
  const most = [...least];
  for (const [p, { uses, fills }] of packs.entries()) {
    const [few, many] = [atLeast[p] ?? 0, atMost[p] ?? 0];
    for (const { pool, units } of uses) {
      least[pool] = (least[pool] ?? 0) - units * many;
      most[pool] = (most[pool] ?? 0) - units * few;
    }
    for (const { pool, units } of fills) {
      least[pool] = (least[pool] ?? 0) + units * few;
      most[pool] = (most[pool] ?? 0) + units * many;
    }
  }
  return { least: least.map((units) => Math.max(0, units)), most };
}

interface Reach {
  readonly from: number;
  readonly to: number;
  readonly fewest: number;
  readonly most: number;
}

/**
 * How many units the group can count, and places at which the threshold can be: where the last unit reduced may stand;
 * the first place if none is reduced.
 */
function reachable(market: Market, group: Group, index: number, sizes: Sizes, domain: Domain): Reach {
  const { order, place, every, reduced } = group;
  const earliest = order.map(() => 0);
  const latest = order.map(() => 0);
  let [least, most] = [0, 0];
  for (const [p, { options }] of market.pools.entries()) {
    let [first, last, isForced] = [order.length, -1, true];
    for (const option of options) {
      if (option.group !== index) {
        isForced = false;
        continue;
      }
      first = Math.min(first, place[option.tag] ?? 0);
      last = Math.max(last, place[option.tag] ?? 0);
    }
    if (last < 0) continue;
    const many = sizes.most[p] ?? 0;
    most += many;
    earliest[first] = (earliest[first] ?? 0) + many;
    if (!isForced) continue;
    const few = sizes.least[p] ?? 0;
    least += few;
    latest[last] = (latest[last] ?? 0) + few;
  }
  const reducedOf = (units: number) => Math.min(units, Math.floor(units / every) * reduced);
  const within = {
    fewest: Math.max(least, domain.askedFewest[index] ?? 0),
    most: Math.min(most, domain.askedMost[index] ?? most),
  };
  const from = firstReaching(earliest, reducedOf(within.fewest));
  return { ...within, from, to: lastBelow(latest, reducedOf(within.most)) };
}

/** First place up to which so many units can stand. */
function firstReaching(units: readonly number[], wanted: number): number {
  let sum = 0;
  for (let place = 0; place < units.length; place += 1) {
    sum += units[place] ?? 0;
    if (sum >= wanted) return place;
  }
  return units.length;
}

/** Last place before which fewer than so many units must stand. */
function lastBelow(units: readonly number[], wanted: number): number {
  let sum = 0;
  for (let place = 0; place < units.length; place += 1) {
    sum += units[place] ?? 0;
    if (sum >= Math.max(1, wanted)) return place;
  }
  return units.length - 1;
}
