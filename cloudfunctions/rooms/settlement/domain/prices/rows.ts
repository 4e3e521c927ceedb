import type { Domain } from './domain';
import type { Market, Pack } from './market';
import type { Use } from './packing';

/** What packs share: units of lines, limits, and for each group the most and the fewest units that it may count. */
export interface Rows {
  readonly ofPack: readonly (readonly Use[])[];
  /** Room of each row with no pack taken; infinite where a count is free. */
  roomIn(domain: Domain): number[];
}

export function rowsOf(market: Market): Rows {
  const { quantities, limits, packs, groups, pools } = market;
  const firstOfGroups = quantities.length + limits.length;
  const counted = groups.map((_, g) =>
    quantities.reduce((sum, units, line) => sum + (pools[line]?.options[0]?.group === g ? units : 0), 0),
  );
  return {
    ofPack: packs.map((pack) => [
      ...pack.uses.map(({ line, units }) => ({ row: line, units })),
      ...(pack.limit < 0 ? [] : [{ row: quantities.length + pack.limit, units: 1 }]),
      ...groups.flatMap((_, g) => usesOfGroup(market, pack, g, firstOfGroups + 2 * g)),
    ]),
    roomIn: ({ askedFewest, askedMost }) => [
      ...quantities,
      ...limits,
      ...counted.flatMap((units, g) => {
        const [few, most] = [askedFewest[g] ?? 0, askedMost[g] ?? Number.POSITIVE_INFINITY];
        return [most - units, few <= 0 ? Number.POSITIVE_INFINITY : units - few];
      }),
    ],
  };
}

/** Units whose group is still open may be counted or not: each row takes what is good for it. */
function usesOfGroup({ pools }: Market, { uses, fills }: Pack, group: number, row: number): Use[] {
  let [least, most] = [0, 0];
  for (const { line, units } of uses) {
    if (pools[line]?.options[0]?.group !== group) continue;
    least -= units;
    most -= units;
  }
  for (const { pool, units } of fills) {
    const options = pools[pool]?.options ?? [];
    if (options.every((option) => option.group === group)) least += units;
    if (options.some((option) => option.group === group)) most += units;
  }
  const rows = [
    { row, units: least },
    { row: row + 1, units: -most },
  ];
  return rows.filter(({ units }) => units !== 0);
}
