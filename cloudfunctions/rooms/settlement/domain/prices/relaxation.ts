import type { Domain } from './domain';
import type { Market, Pack } from './market';
import { relax } from './packing';
import { worthsWithin } from './threshold';

/** What a unit or a pack is worth: the fen that it saves, less a trifle for its preference. */
export interface Worths {
  /** Best option, by pool, and its worth. */
  readonly choice: readonly number[];
  readonly ofPool: readonly number[];
  /** By pool and option. */
  readonly ofOption: readonly (readonly number[])[];
  /** What a pack is worth more than its units in their lines' own pools. */
  readonly gains: readonly number[];
}

export interface Relaxation {
  /** No choice in the domain is worth more. */
  readonly bound: number;
  /** Packs in fractions. */
  readonly counts: readonly number[];
  /** What the bound loses by each pack more (gain ≤ 0: by one more, gain > 0: by one less). */
  readonly reducedGains: readonly number[];
}

/**
 * So that one number compares fen and preferences: all preferences together are worth less than a quarter of a fen.
 */
export function trifleOf({ quantities, pools }: Market): number {
  const units = quantities.reduce((sum, n) => sum + n, 0);
  let widest = 0;
  for (const { options } of pools)
    for (const { preference } of options) widest = Math.max(widest, Math.abs(preference));
  return 0.25 / (units * widest + 1);
}

export function worthsOf(market: Market, { from, to }: Domain, trifle: number): Worths {
  const { tags, pools, packs, listUnitFen } = market;
  const inGroup = market.groups.map((group, g) => worthsWithin(group, from[g] ?? 0, to[g] ?? 0));
  const ofOption = pools.map(({ options }) =>
    options.map(({ tag, group, preference }) => {
      const { line, fen } = tags[tag] ?? { line: 0, fen: 0 };
      return (listUnitFen[line] ?? 0) - fen - trifle * preference + (inGroup[group]?.[tag] ?? 0);
    }),
  );
  const choice = ofOption.map(indexOfHighest);
  const ofPool = ofOption.map((worths, p) => worths[choice[p] ?? 0] ?? 0);
  return { choice, ofPool, ofOption, gains: packs.map((pack) => gainOf(pack, ofPool)) };
}

function indexOfHighest(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}

function gainOf({ uses, fills }: Pack, ofPool: readonly number[]): number {
  let gain = 0;
  for (const { pool, units } of fills) gain += units * (ofPool[pool] ?? 0);
  for (const { line, units } of uses) gain -= units * (ofPool[line] ?? 0);
  return gain;
}

/** The best packs in fractions, and a bound from the prices they put on lines and limits. */
export function relaxation(market: Market, { atLeast, atMost }: Domain, worths: Worths): Relaxation {
  const { quantities, limits, packs } = market;
  const room = [...quantities, ...limits];
  let bound = 0;
  for (const [line, units] of quantities.entries()) bound += units * (worths.ofPool[line] ?? 0);
  for (const [p, count] of atLeast.entries()) {
    if (count === 0) continue;
    bound += count * (worths.gains[p] ?? 0);
    for (const { row, units } of rowsOf(market, p)) room[row] = (room[row] ?? 0) - units * count;
  }
  const open = packs.flatMap((_, p) => ((worths.gains[p] ?? 0) > 0 && (atMost[p] ?? 0) > (atLeast[p] ?? 0) ? [p] : []));
  const { counts, rowPrices } = relaxOpen(market, open, room, { atLeast, atMost }, worths);
  const reducedGains = packs.map((_, p) => {
    let gain = worths.gains[p] ?? 0;
    for (const { row, units } of rowsOf(market, p)) gain -= units * (rowPrices[row] ?? 0);
    return gain;
  });
  for (const [row, price] of rowPrices.entries()) bound += price * (room[row] ?? 0);
  for (const [p, gain] of reducedGains.entries()) if (gain > 0) bound += gain * ((atMost[p] ?? 0) - (atLeast[p] ?? 0));
  return { bound, counts, reducedGains };
}

/** Only packs that gain, and rows that they touch. */
function relaxOpen(
  market: Market,
  open: readonly number[],
  room: readonly number[],
  { atLeast, atMost }: Pick<Domain, 'atLeast' | 'atMost'>,
  { gains }: Worths,
): { counts: number[]; rowPrices: number[] } {
  const counts = [...atLeast];
  const rowPrices = room.map(() => 0);
  if (open.length === 0) return { counts, rowPrices };
  const rows: number[] = [];
  const rowAt = new Map<number, number>();
  const uses = open.map((p) =>
    rowsOf(market, p).map(({ row, units }) => {
      const known = rowAt.get(row) ?? rows.push(row) - 1;
      rowAt.set(row, known);
      return { row: known, units };
    }),
  );
  const relaxed = relax({
    gains: open.map((p) => gains[p] ?? 0),
    most: open.map((p) => (atMost[p] ?? 0) - (atLeast[p] ?? 0)),
    uses,
    room: rows.map((row) => room[row] ?? 0),
  });
  for (const [i, p] of open.entries()) counts[p] = (counts[p] ?? 0) + (relaxed.counts[i] ?? 0);
  for (const [i, row] of rows.entries()) rowPrices[row] = relaxed.rowPrices[i] ?? 0;
  return { counts, rowPrices };
}

/** Rows of the packing: lines, then limits. */
function rowsOf({ packs, quantities }: Market, p: number): { row: number; units: number }[] {
  const pack = packs[p];
  if (!pack) return [];
  const rows = pack.uses.map(({ line, units }) => ({ row: line, units }));
  return pack.limit < 0 ? rows : [...rows, { row: quantities.length + pack.limit, units: 1 }];
}
