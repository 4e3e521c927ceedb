import type { Market } from './market';
import { costOf, type Spread } from './outcome';
import { type Cost, isCheaper } from './preference';

export interface Found {
  readonly spread: Spread;
  readonly proven: boolean;
  readonly considered: number;
}

/** The best spread of units over prices and groups: every choice, packs first, with a bound on what is left. */
export function searchSpread(market: Market, nodeLimit: number): Found {
  return new Search(market, nodeLimit).run();
}

class Search {
  private best: Spread = [];
  private bestCost: Cost = { fen: Number.POSITIVE_INFINITY, preference: 0 };
  private considered = 0;
  private proven = true;
  private readonly sizes: number[];
  private readonly spread: number[][];
  private readonly room: number[];

  constructor(
    private readonly market: Market,
    private readonly nodeLimit: number,
  ) {
    this.sizes = market.pools.map((_, p) => market.quantities[p] ?? 0);
    this.spread = market.pools.map(({ options }) => options.map(() => 0));
    this.room = [...market.limits];
  }

  run(): Found {
    this.choosePacks(0);
    return { spread: this.best, proven: this.proven, considered: this.considered };
  }

  private choosePacks(index: number): void {
    if (this.considered >= this.nodeLimit && this.best.length > 0) {
      this.proven = false;
      return;
    }
    const pack = this.market.packs[index];
    if (!pack) {
      this.spreadPool(0, 0, this.sizes[0] ?? 0);
      return;
    }
    const fits = pack.uses.map(({ line, units }) => Math.floor((this.sizes[line] ?? 0) / units));
    const most = Math.min(pack.most, ...fits, this.room[pack.limit] ?? Number.POSITIVE_INFINITY);
    for (let count = most; count >= 0; count -= 1) {
      this.take(index, count);
      this.choosePacks(index + 1);
      this.take(index, -count);
    }
  }

  private take(index: number, count: number): void {
    const pack = this.market.packs[index];
    for (const { line, units } of pack?.uses ?? []) this.sizes[line] = (this.sizes[line] ?? 0) - units * count;
    for (const { pool, units } of pack?.fills ?? []) this.sizes[pool] = (this.sizes[pool] ?? 0) + units * count;
    if (pack && pack.limit >= 0) this.room[pack.limit] = (this.room[pack.limit] ?? 0) - count;
  }

  private spreadPool(pool: number, option: number, left: number): void {
    if (this.considered >= this.nodeLimit && this.best.length > 0) {
      this.proven = false;
      return;
    }
    const row = this.spread[pool];
    if (!row) {
      this.weigh();
      return;
    }
    const isLast = option === row.length - 1;
    for (let units = left; units >= (isLast ? left : 0); units -= 1) {
      row[option] = units;
      if (isLast) this.spreadPool(pool + 1, 0, this.sizes[pool + 1] ?? 0);
      else this.spreadPool(pool, option + 1, left - units);
    }
    row[option] = 0;
  }

  private weigh(): void {
    this.considered += 1;
    const cost = costOf(this.market, this.spread);
    if (!isCheaper(cost, this.bestCost)) return;
    this.bestCost = cost;
    this.best = this.spread.map((row) => [...row]);
  }
}
