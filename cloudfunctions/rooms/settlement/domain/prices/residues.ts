import type { Domain } from './domain';
import type { Market } from './market';
import type { Spread } from './outcome';
import type { Worths } from './relaxation';

/** Largest product of `every` over the groups for which residues are followed. */
const MOST_STATES = 512;

/** One more unit of a pool away from its best option, by state: the option taken (-1: none) . */
interface Layer {
  readonly pool: number;
  readonly taken: Int16Array;
}

/**
 * With packs and thresholds fixed, units are worth what they are worth, but for the units that fill no whole `every`:
 * each costs its group share × saves(threshold). The best spread by residues of the groups' counts: dynamic programming
 * over units that leave their pool's best option. Never more of a pool than there are states: of more, some could stay
 * without changing a residue. Null: too many states.
 */
export function spreadByResidues(
  market: Market,
  sizes: readonly number[],
  worths: Worths,
  domain: Domain,
): Residues | null {
  const residues = new Residues(market, sizes, worths, domain);
  return residues.states > MOST_STATES ? null : residues.solve();
}

export class Residues {
  readonly states: number;
  /** By group: what one step of its count adds to the state number. */
  private readonly strides: number[];
  private readonly fines: number[];
  private readonly layers: Layer[] = [];
  private start = 0;
  spread: Spread = [];
  /** What the units lose against each at its best option and no fine. */
  loss = 0;

  constructor(
    private readonly market: Market,
    private readonly sizes: readonly number[],
    private readonly worths: Worths,
    domain: Domain,
  ) {
    let states = 1;
    this.strides = market.groups.map(({ every, order }) => {
      const stride = states;
      if (order.length > 0) states *= every;
      return stride;
    });
    this.states = states;
    this.fines = market.groups.map(({ order, savesFen, every, reduced }, g) => {
      const threshold = order[domain.from[g] ?? 0];
      return threshold === undefined || reduced > every ? 0 : ((savesFen[threshold] ?? 0) * reduced) / every;
    });
  }

  solve(): this {
    for (const [p, { options }] of this.market.pools.entries()) {
      const group = options[this.worths.choice[p] ?? 0]?.group ?? -1;
      this.start = this.moved(this.start, group, this.sizes[p] ?? 0);
    }
    let losses = new Float64Array(this.states).fill(Number.POSITIVE_INFINITY);
    losses[this.start] = 0;
    for (const [p, { options }] of this.market.pools.entries()) {
      const most = options.length < 2 ? 0 : Math.min(this.sizes[p] ?? 0, this.states - 1);
      for (let unit = 0; unit < most; unit += 1) losses = this.addLayer(p, losses);
    }
    this.trace(losses);
    return this;
  }

  private addLayer(pool: number, before: Float64Array): Float64Array<ArrayBuffer> {
    const after = Float64Array.from(before);
    const taken = new Int16Array(this.states).fill(-1);
    const worths = this.worths.ofOption[pool] ?? [];
    const options = this.market.pools[pool]?.options ?? [];
    const best = this.worths.choice[pool] ?? 0;
    const home = options[best]?.group ?? -1;
    for (const [o, { group }] of options.entries()) {
      if (o === best || group === home) continue;
      const cost = (worths[best] ?? 0) - (worths[o] ?? 0);
      for (let state = 0; state < this.states; state += 1) {
        const loss = (before[state] ?? 0) + cost;
        const next = this.moved(this.moved(state, home, -1), group, 1);
        if (loss >= (after[next] ?? 0)) continue;
        after[next] = loss;
        taken[next] = o;
      }
    }
    this.layers.push({ pool, taken });
    return after;
  }

  /** The state after a group counts so many units more. */
  private moved(state: number, group: number, units: number): number {
    const every = this.market.groups[group]?.every;
    const stride = this.strides[group];
    if (every === undefined || stride === undefined) return state;
    const digit = Math.floor(state / stride) % every;
    return state + (((((digit + units) % every) + every) % every) - digit) * stride;
  }

  private fineOf(state: number): number {
    return this.strides.reduce((sum, stride, g) => {
      const every = this.market.groups[g]?.every ?? 1;
      return sum + (Math.floor(state / stride) % every) * (this.fines[g] ?? 0);
    }, 0);
  }

  private trace(losses: Float64Array): void {
    let state = 0;
    this.loss = Number.POSITIVE_INFINITY;
    for (let s = 0; s < this.states; s += 1) {
      const loss = (losses[s] ?? 0) + this.fineOf(s);
      if (loss < this.loss) [state, this.loss] = [s, loss];
    }
    const { pools } = this.market;
    const spread = pools.map(({ options }, p) =>
      options.map((_, o) => (o === (this.worths.choice[p] ?? 0) ? (this.sizes[p] ?? 0) : 0)),
    );
    for (const { pool, taken } of this.layers.reverse()) {
      const option = taken[state] ?? -1;
      const row = spread[pool];
      const best = this.worths.choice[pool] ?? 0;
      if (option < 0 || !row) continue;
      row[option] = (row[option] ?? 0) + 1;
      row[best] = (row[best] ?? 0) - 1;
      const options = pools[pool]?.options ?? [];
      state = this.moved(this.moved(state, options[option]?.group ?? -1, -1), options[best]?.group ?? -1, 1);
    }
    this.spread = spread;
  }
}
