import type { Field } from './field';
import { costOf, type Saved } from './outcome';
import { type Cost, isCheaper } from './preference';

/** The best units by pool met so far. */
export class Incumbent {
  sizes: readonly number[] = [];
  cost: Cost = { fen: Number.POSITIVE_INFINITY, preference: 0 };
  /** What it is worth, in the measure of the bounds. */
  worth = Number.NEGATIVE_INFINITY;
  private readonly listFen: number;

  constructor(private readonly field: Field) {
    const { quantities, listUnitFen } = field.market;
    this.listFen = quantities.reduce((sum, units, line) => sum + units * (listUnitFen[line] ?? 0), 0);
  }

  /** Returns what the units are worth; keeps them if they are better. */
  offer(sizes: readonly number[], saved: readonly Saved[]): number {
    const cost = costOf(this.field, sizes, saved);
    const worth = this.listFen - cost.fen - this.field.trifle * cost.preference;
    if (isCheaper(cost, this.cost)) {
      this.sizes = sizes;
      this.cost = cost;
      this.worth = worth;
    }
    return worth;
  }
}
