import type { Group, Market, Option, Pack, Pool } from './market';

/**
 * The market with one option in each pool: every other becomes a pack of one unit that leaves the pool, so that the search
 * knows one thing, how often packs are taken.
 */
export function withOptionsAsPacks(market: Market): Market {
  const pools: Pool[] = [];
  const added: Pool[] = [];
  const packs: Pack[] = [];
  for (const [pool, { options }] of market.pools.entries()) {
    const [base, ...others] = byPromise(market, options);
    pools.push({ options: base ? [base] : [] });
    for (const option of others) {
      const fills = [{ pool: market.pools.length + added.push({ options: [option] }) - 1, units: 1 }];
      packs.push({ uses: [{ pool, units: 1 }], fills, most: mostIn(market, pool), limit: -1 });
    }
  }
  return { ...market, pools: [...pools, ...added], packs: [...market.packs, ...packs] };
}

/** Units that can ever be in the pool. */
function mostIn({ quantities, packs }: Market, pool: number): number {
  const filled = packs.map(({ fills, most }) => most * (fills.find((fill) => fill.pool === pool)?.units ?? 0));
  return filled.reduce((sum, units) => sum + units, quantities[pool] ?? 0);
}

/** The option that saves most on the average first; which one stands first changes no result, only the time. */
function byPromise({ tags, groups }: Market, options: readonly Option[]): Option[] {
  const costOf = ({ tag, group }: Option) => (tags[tag]?.fen ?? 0) - averageSaved(groups[group], tag);
  return [...options].sort((a, b) => costOf(a) - costOf(b) || a.preference - b.preference);
}

function averageSaved(group: Group | undefined, tag: number): number {
  return group ? ((group.savesFen[tag] ?? 0) * group.reduced) / group.every : 0;
}
