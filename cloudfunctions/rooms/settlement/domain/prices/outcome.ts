import type { Field } from './field';
import type { Group } from './market';
import type { Cost } from './preference';

/** Units that a group counts, by place in its order. */
export type Counted = readonly number[];

export function countedIn({ market, group, place }: Field, sizes: readonly number[]): number[][] {
  const counted = market.groups.map(({ order }) => new Array<number>(order.length).fill(0));
  for (let pool = 0; pool < sizes.length; pool += 1) {
    const row = counted[group[pool] ?? -1];
    const at = place[pool] ?? 0;
    if (row) row[at] = (row[at] ?? 0) + (sizes[pool] ?? 0);
  }
  return counted;
}

/** How many of so many units are reduced: of each full `every` the `reduced` cheapest. */
export function reducedOf({ every, reduced }: Pick<Group, 'every' | 'reduced'>, units: number): number {
  return Math.min(units, Math.floor(units / every) * reduced);
}

/** Of the counted units, by place, those that are reduced. */
export function reducedUnits(group: Group, counted: Counted): number[] {
  let left = reducedOf(group, sumOf(counted));
  return counted.map((units) => {
    const reduced = Math.min(left, units);
    left -= reduced;
    return reduced;
  });
}

export interface Saved {
  readonly fen: number;
  /** Units that the group counts. */
  readonly units: number;
  /** Place of the last unit that is reduced; 0 where none is. */
  readonly threshold: number;
}

/** What each group saves. */
export function savedByGroup(field: Field, sizes: readonly number[]): Saved[] {
  const counted = countedIn(field, sizes);
  return field.market.groups.map((group, g) => savedIn(group, counted[g] ?? []));
}

function savedIn(group: Group, counted: Counted): Saved {
  const units = sumOf(counted);
  let left = reducedOf(group, units);
  let fen = 0;
  let threshold = 0;
  for (let place = 0; left > 0 && place < counted.length; place += 1) {
    const reduced = Math.min(left, counted[place] ?? 0);
    if (reduced === 0) continue;
    fen += reduced * (group.savesFen[group.order[place] ?? -1] ?? 0);
    threshold = place;
    left -= reduced;
  }
  return { fen, units, threshold };
}

/** What the units cost after step 2, and what is preferred among equal sums. */
export function costOf(field: Field, sizes: readonly number[], saved: readonly Saved[]): Cost {
  let fen = 0;
  let preference = 0;
  for (let pool = 0; pool < sizes.length; pool += 1) {
    const units = sizes[pool] ?? 0;
    fen += units * (field.fen[pool] ?? 0);
    preference += units * (field.preference[pool] ?? 0);
  }
  for (const group of saved) fen -= group.fen;
  return { fen, preference };
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}
