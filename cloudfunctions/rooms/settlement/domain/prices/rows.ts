import type { Domain } from './domain';
import type { Field } from './field';
import type { Group } from './market';
import { reducedOf } from './outcome';
import type { Use } from './packing';

/** What packs share at a node: units of pools, limits, and what is asked of the counts of groups. */
export interface Rows {
  /** By pack. */
  readonly uses: readonly (readonly Use[])[];
  /** Room of each row with no pack taken. */
  readonly room: readonly number[];
}

/** A sum over the units of a group that has to be at most `most`: `early` for a unit before a place, `each` for any. */
interface Ask {
  readonly group: number;
  readonly most: number;
  readonly before: number;
  readonly early: number;
  readonly each: number;
}

/** Rows of pools and limits, which stay the same from node to node. */
export function fixedRows({ packs, quantities, market: { limits } }: Field): Rows {
  const isUsed = quantities.map(() => false);
  for (const { uses } of packs) for (const { pool } of uses) isUsed[pool] = true;
  return {
    uses: packs.map(({ uses, fills, limit }) => [
      ...uses.map(({ pool, units }) => ({ row: pool, units })),
      ...fills.flatMap(({ pool, units }) => (isUsed[pool] ? [{ row: pool, units: -units }] : [])),
      ...(limit < 0 ? [] : [{ row: quantities.length + limit, units: 1 }]),
    ]),
    room: [...quantities, ...limits],
  };
}

/** The fixed rows and those that the domain asks of its groups. */
export function rowsWithin(field: Field, fixed: Rows, domain: Domain): Rows {
  const asks: Ask[] = [];
  const { groups } = field.market;
  for (let g = 0; g < groups.length; g += 1) {
    const group = groups[g];
    if (group && group.order.length > 0) asks.push(...countAsks(g, domain), ...thresholdAsks(group, g, domain));
  }
  if (asks.length === 0) return fixed;
  const added: Use[][] = [];
  const room = fixed.room.slice();
  for (const ask of asks) addRow(field, ask, added, room);
  return { uses: fixed.uses.map((own, pack) => (added[pack] ? [...own, ...added[pack]] : own)), room };
}

/** Uses of the row, by pack. */
function addRow({ group, place, quantities, shifts, market }: Field, ask: Ask, added: Use[][], room: number[]): void {
  const { before, early, each } = ask;
  let left = ask.most;
  for (let line = 0; line < market.quantities.length; line += 1) {
    if (group[line] !== ask.group) continue;
    left -= (quantities[line] ?? 0) * ((place[line] ?? 0) < before ? early + each : each);
  }
  const row = room.push(left) - 1;
  const own = shifts[ask.group] ?? [];
  for (let s = 0; s < own.length; ) {
    const pack = own[s]?.pack ?? 0;
    let units = 0;
    for (let shift = own[s]; shift && shift.pack === pack; shift = own[s]) {
      units += shift.units * (shift.place < before ? early + each : each);
      s += 1;
    }
    if (units === 0) continue;
    added[pack] ??= [];
    added[pack]?.push({ row, units });
  }
}

/** The count within what is asked. */
function countAsks(group: number, { askedFewest, askedMost }: Domain): Ask[] {
  const asks: Ask[] = [];
  const [few, many] = [askedFewest[group] ?? 0, askedMost[group] ?? Number.POSITIVE_INFINITY];
  if (many < Number.POSITIVE_INFINITY) asks.push({ group, most: many, before: 0, early: 0, each: 1 });
  if (few > 0) asks.push({ group, most: -few, before: 0, early: 0, each: -1 });
  return asks;
}

/**
 * Before the threshold fewer units than are reduced, up to it as many at least. Where the number reduced is not known it
 * is at most the share of the count, and less than one full `every` below it.
 */
function thresholdAsks(offer: Group, group: number, domain: Domain): Ask[] {
  const { order, every, reduced } = offer;
  const asks: Ask[] = [];
  const [from, to] = [domain.from[group] ?? 0, domain.to[group] ?? 0];
  const [few, most] = [domain.fewest[group] ?? 0, domain.most[group] ?? 0];
  const isKnown = Math.floor(few / every) === Math.floor(most / every) && reduced <= every;
  const reducedUnits = reducedOf(offer, most);
  const share = Math.min(1, reduced / every);
  const each = isKnown ? 0 : share;
  if (from > 0) asks.push({ group, most: isKnown ? reducedUnits - 1 : -1, before: from, early: 1, each: -each });
  if (to < order.length - 1 && reduced <= every) {
    const room = isKnown ? -reducedUnits : share * (every - 1);
    asks.push({ group, most: room, before: to + 1, early: -1, each });
  }
  return asks;
}
