import type { Market } from './market';
import { costOf, type Spread } from './outcome';
import { type Cost, isCheaper } from './preference';

/** The best spread met so far. */
export class Incumbent {
  spread: Spread = [];
  cost: Cost = { fen: Number.POSITIVE_INFINITY, preference: 0 };
  /** What it is worth, in the measure of the bounds. */
  worth = Number.NEGATIVE_INFINITY;
  private readonly listFen: number;

  constructor(
    private readonly market: Market,
    private readonly trifle: number,
  ) {
    const { quantities, listUnitFen } = market;
    this.listFen = quantities.reduce((sum, units, line) => sum + units * (listUnitFen[line] ?? 0), 0);
  }

  /** Returns what the spread is worth; keeps it if it is better. */
  offer(spread: Spread): number {
    const cost = costOf(this.market, spread);
    const worth = this.listFen - cost.fen - this.trifle * cost.preference;
    if (isCheaper(cost, this.cost)) {
      this.spread = spread.map((row) => [...row]);
      this.cost = cost;
      this.worth = worth;
    }
    return worth;
  }
}

/** Units by pool once packs are counted. */
export function poolSizes({ pools, quantities, packs }: Market, counts: readonly number[]): number[] {
  const sizes = pools.map((_, p) => quantities[p] ?? 0);
  for (const [p, { uses, fills }] of packs.entries()) {
    const count = counts[p] ?? 0;
    if (count === 0) continue;
    for (const { pool, units } of uses) sizes[pool] = (sizes[pool] ?? 0) - units * count;
    for (const { pool, units } of fills) sizes[pool] = (sizes[pool] ?? 0) + units * count;
  }
  return sizes;
}

/** Every unit at one option of its pool. */
export function spreadAt({ pools }: Market, sizes: readonly number[], choice: readonly number[]): number[][] {
  return pools.map(({ options }, p) => options.map((_, o) => (o === (choice[p] ?? 0) ? (sizes[p] ?? 0) : 0)));
}
