import type { Group, Market, Option, Pack, Pool } from './market';

/**
 * The market with one option in the pool of each line: every other becomes a pack of one unit, so that the search knows
 * one thing, how often packs are taken. A limited price in two groups is likewise two packs with one limit. Units of a
 * bundle that several groups would take keep their options: sets must stay whole.
 */
export function withOptionsAsPacks(market: Market): Market {
  const pools: Pool[] = [...market.pools];
  const packs: Pack[] = [];
  const addPool = (option: Option) => pools.push({ options: [option] }) - 1;
  for (const [line, quantity] of market.quantities.entries()) {
    const [base, ...others] = byPromise(market, pools[line]?.options ?? []);
    if (!base) continue;
    pools[line] = { options: [base] };
    for (const option of others) {
      const fills = [{ pool: addPool(option), units: 1 }];
      packs.push({ uses: [{ line, units: 1 }], fills, most: quantity, limit: -1 });
    }
  }
  for (const pack of market.packs) {
    const [fill] = pack.fills;
    const options = market.pools[fill?.pool ?? -1]?.options ?? [];
    if (pack.limit < 0 || !fill || options.length < 2) packs.push(pack);
    else for (const option of options) packs.push({ ...pack, fills: [{ pool: addPool(option), units: 1 }] });
  }
  return { ...market, pools, packs };
}

/** The option that saves most on the average first; which one stands first changes no result, only the time. */
function byPromise({ tags, groups }: Market, options: readonly Option[]): Option[] {
  const costOf = ({ tag, group }: Option) => (tags[tag]?.fen ?? 0) - averageSaved(groups[group], tag);
  return [...options].sort((a, b) => costOf(a) - costOf(b) || a.preference - b.preference);
}

function averageSaved(group: Group | undefined, tag: number): number {
  return group ? ((group.savesFen[tag] ?? 0) * group.reduced) / group.every : 0;
}
