import type { Domain } from './domain';
import type { Group, Market, Option } from './market';
import type { Use } from './packing';

/** What packs share at a node: units of pools, limits, and what is asked of the counts of groups. */
export interface Rows {
  /** By pack. */
  readonly uses: readonly (readonly Use[])[];
  /** Room of each row with no pack taken. */
  readonly room: readonly number[];
}

/** A sum over units that has to be at most `most`; a unit counts by its option. */
interface Ask {
  readonly most: number;
  countOf(option: Option): number;
}

/** Rows of pools and limits, which stay the same from node to node. */
export function fixedRows({ quantities, pools, limits, packs }: Market): Rows {
  const isUsed = pools.map((_, pool) => packs.some(({ uses }) => uses.some((use) => use.pool === pool)));
  return {
    uses: packs.map(({ uses, fills, limit }) => [
      ...uses.map(({ pool, units }) => ({ row: pool, units })),
      ...fills.flatMap(({ pool, units }) => (isUsed[pool] ? [{ row: pool, units: -units }] : [])),
      ...(limit < 0 ? [] : [{ row: pools.length + limit, units: 1 }]),
    ]),
    room: [...pools.map((_, pool) => quantities[pool] ?? 0), ...limits],
  };
}

/** The fixed rows and those that the domain asks of its groups. */
export function rowsWithin(market: Market, fixed: Rows, domain: Domain): Rows {
  const asks = market.groups.flatMap((group, g) => (group.order.length === 0 ? [] : asksOf(group, g, domain)));
  if (asks.length === 0) return fixed;
  const uses = fixed.uses.map((own) => [...own]);
  const room = [...fixed.room];
  for (const ask of asks) addRow(market, ask, uses, room);
  return { uses, room };
}

function addRow({ pools, packs, quantities }: Market, ask: Ask, uses: Use[][], room: number[]): void {
  const counts = pools.map(({ options }) => Math.min(...options.map((option) => ask.countOf(option))));
  let left = ask.most;
  for (const [line, units] of quantities.entries()) left -= units * (counts[line] ?? 0);
  const row = room.push(left) - 1;
  for (const [p, pack] of packs.entries()) {
    let taken = 0;
    for (const { pool, units } of pack.fills) taken += units * (counts[pool] ?? 0);
    for (const { pool, units } of pack.uses) taken -= units * (counts[pool] ?? 0);
    if (taken !== 0) uses[p]?.push({ row, units: taken });
  }
}

/** The count within what is asked; before the threshold fewer units than are reduced, up to it as many at least. */
function asksOf(group: Group, index: number, domain: Domain): Ask[] {
  const asks: Ask[] = [];
  const isCounted = (option: Option) => option.group === index;
  const [few, many] = [domain.askedFewest[index] ?? 0, domain.askedMost[index] ?? Number.POSITIVE_INFINITY];
  if (many < Number.POSITIVE_INFINITY) asks.push({ most: many, countOf: (option) => (isCounted(option) ? 1 : 0) });
  if (few > 0) asks.push({ most: -few, countOf: (option) => (isCounted(option) ? -1 : 0) });
  return [...asks, ...thresholdAsks(group, index, domain)];
}

function thresholdAsks({ order, place, every, reduced }: Group, index: number, domain: Domain): Ask[] {
  const asks: Ask[] = [];
  const [from, to] = [domain.from[index] ?? 0, domain.to[index] ?? 0];
  const [few, most] = [domain.fewest[index] ?? 0, domain.most[index] ?? 0];
  const isKnown = Math.floor(few / every) === Math.floor(most / every);
  const reducedUnits = Math.min(most, Math.floor(most / every) * reduced);
  const share = Math.min(1, reduced / every);
  const count = (option: Option, before: number, own: number) =>
    option.group !== index ? 0 : ((place[option.tag] ?? 0) < before ? 1 : 0) * own;
  const shareOf = (option: Option) => (option.group === index && !isKnown ? share : 0);
  if (from > 0) {
    const room = isKnown ? reducedUnits - 1 : -1;
    asks.push({ most: room, countOf: (option) => count(option, from, 1) - shareOf(option) });
  }
  if (to < order.length - 1 && reduced <= every) {
    const room = isKnown ? -reducedUnits : share * (every - 1);
    asks.push({ most: room, countOf: (option) => count(option, to + 1, -1) + shareOf(option) });
  }
  return asks;
}
