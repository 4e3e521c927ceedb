import type { Field } from './field';
import { reducedOf } from './outcome';

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

export function wholeDomain({ packs, market: { groups } }: Field): Domain {
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

/** The domain without what cannot be: counts that pools and limits leave no room for, thresholds out of reach. */
export function tightened(field: Field, domain: Domain): Domain | null {
  const atMost = packsThatFit(field, domain);
  const { groups } = field.market;
  if (!atMost || groups.length === 0) return atMost && { ...domain, atMost };
  const { earliest, latest } = reach(field, domain.atLeast, atMost);
  const next = {
    from: domain.from.slice(),
    to: domain.to.slice(),
    fewest: domain.fewest.slice(),
    most: domain.most.slice(),
  };
  for (let g = 0; g < groups.length; g += 1) {
    const group = groups[g];
    if (!group || group.order.length === 0) continue;
    const [early, late] = [earliest[g] ?? [], latest[g] ?? []];
    const fewest = Math.max(sumOf(late), domain.askedFewest[g] ?? 0);
    const most = Math.min(sumOf(early), domain.askedMost[g] ?? Number.POSITIVE_INFINITY);
    const from = Math.max(next.from[g] ?? 0, firstReaching(early, reducedOf(group, fewest)));
    const to = Math.min(next.to[g] ?? 0, lastBelow(late, reducedOf(group, most)));
    if (from > to || fewest > most) return null;
    [next.from[g], next.to[g], next.fewest[g], next.most[g]] = [from, to, fewest, most];
  }
  return { ...domain, atMost, ...next };
}

function packsThatFit({ quantities, packs, market }: Field, { atLeast, atMost }: Domain): number[] | null {
  const room = quantities.slice();
  const free = market.limits.slice();
  for (let p = 0; p < packs.length; p += 1) {
    const pack = packs[p];
    const [count, most] = [atLeast[p] ?? 0, atMost[p] ?? 0];
    if (count > most) return null;
    if (most === 0 || !pack) continue;
    for (const { pool, units } of pack.fills) room[pool] = (room[pool] ?? 0) + units * most;
    if (count === 0) continue;
    for (const { pool, units } of pack.uses) room[pool] = (room[pool] ?? 0) - units * count;
    if (pack.limit >= 0) free[pack.limit] = (free[pack.limit] ?? 0) - count;
  }
  if (isAnyBelow(room) || isAnyBelow(free)) return null;
  const fitting = new Array<number>(packs.length).fill(0);
  for (let p = 0; p < packs.length; p += 1) {
    const pack = packs[p];
    const least = atLeast[p] ?? 0;
    let most = atMost[p] ?? 0;
    if (pack && most !== least) {
      for (const { pool, units } of pack.uses) most = Math.min(most, least + Math.floor((room[pool] ?? 0) / units));
      if (pack.limit >= 0) most = Math.min(most, least + (free[pack.limit] ?? 0));
    }
    fitting[p] = most;
  }
  return fitting;
}

function isAnyBelow(room: readonly number[]): boolean {
  for (const units of room) if (units < 0) return true;
  return false;
}

/** Units by group and place: as many as can be there, and as many as must. */
function reach(field: Field, atLeast: readonly number[], atMost: readonly number[]) {
  const { quantities, packs, group, place, market } = field;
  const least = quantities.slice();
  const most = quantities.slice();
  for (let p = 0; p < packs.length; p += 1) {
    const pack = packs[p];
    const [few, many] = [atLeast[p] ?? 0, atMost[p] ?? 0];
    if (many === 0 || !pack) continue;
    for (const { pool, units } of pack.uses) {
      least[pool] = (least[pool] ?? 0) - units * many;
      most[pool] = (most[pool] ?? 0) - units * few;
    }
    for (const { pool, units } of pack.fills) {
      least[pool] = (least[pool] ?? 0) + units * few;
      most[pool] = (most[pool] ?? 0) + units * many;
    }
  }
  const earliest = market.groups.map(({ order }) => new Array<number>(order.length).fill(0));
  const latest = earliest.map((row) => row.slice());
  for (let pool = 0; pool < group.length; pool += 1) {
    const [early, late, at] = [earliest[group[pool] ?? -1], latest[group[pool] ?? -1], place[pool] ?? 0];
    if (!early || !late) continue;
    early[at] = (early[at] ?? 0) + Math.max(0, most[pool] ?? 0);
    late[at] = (late[at] ?? 0) + Math.max(0, least[pool] ?? 0);
  }
  return { earliest, latest };
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

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}
