import type { Group, Market, Option } from './market';

/**
 * The market without options that another of the same pool always betters: a price that is not dearer and not less
 * preferred, counted by the same group. A lower price in a group is no worse unless the unit, now reduced, puts out
 * another that saved more by it; so that is looked at for every price between the two.
 */
export function withoutDominated(market: Market): Market {
  const { groups, tags } = market;
  if (groups.length === 0) return market;
  const isBetter = (a: Option, b: Option): boolean => {
    const [low, high] = [tags[a.tag], tags[b.tag]];
    if (!low || !high || a.group !== b.group || a.preference >= b.preference || low.fen > high.fen) return false;
    const group = groups[a.group];
    return !group || isHarmless(market, group, a.tag, b.tag);
  };
  const pools = market.pools.map(({ options }) => ({
    options: options.filter((option) => !options.some((other) => isBetter(other, option))),
  }));
  const kept = new Set(pools.flatMap(({ options }) => options.map(({ tag, group }) => `${group}:${tag}`)));
  return { ...market, pools, groups: groups.map((group, g) => restricted(group, (tag) => kept.has(`${g}:${tag}`))) };
}

/** No unit priced between the two saves so much more that putting it out outweighs the lower price. */
function isHarmless({ tags }: Market, { order, place, savesFen }: Group, low: number, high: number): boolean {
  const priceAt = (tag: number) => tags[tag]?.fen ?? 0;
  const spareFen = priceAt(high) - (priceAt(low) - (savesFen[low] ?? 0));
  const between = order.slice((place[low] ?? 0) + 1, place[high] ?? 0);
  return between.every((tag) => (savesFen[tag] ?? 0) <= spareFen);
}

function restricted(group: Group, isKept: (tag: number) => boolean): Group {
  const order = group.order.filter(isKept);
  const place = group.place.map(() => -1);
  for (const [at, tag] of order.entries()) place[tag] = at;
  return { ...group, order, place };
}
