import type { Domain } from './domain';
import type { Market, Pack } from './market';
import { relax } from './packing';
import type { Rows } from './rows';
import { groupWorths } from './threshold';

/** What a unit or a pack is worth: the fen that it saves, less a trifle for its preference. */
export interface Worths {
  /** What groups are worth besides their units. */
  readonly fixed: number;
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

export function worthsOf(market: Market, domain: Domain, trifle: number): Worths {
  const { tags, pools, packs, listUnitFen } = market;
  const inGroup = market.groups.map((group, g) => groupWorths(group, g, domain));
  const ofOption = pools.map(({ options }) =>
    options.map(({ tag, group, preference }) => {
      const { line, fen } = tags[tag] ?? { line: 0, fen: 0 };
      return (listUnitFen[line] ?? 0) - fen - trifle * preference + (inGroup[group]?.ofTag[tag] ?? 0);
    }),
  );
  const choice = ofOption.map(indexOfHighest);
  const ofPool = ofOption.map((worths, p) => worths[choice[p] ?? 0] ?? 0);
  const fixed = inGroup.reduce((sum, worths) => sum + worths.fixed, 0);
  return { fixed, choice, ofPool, ofOption, gains: packs.map((pack) => gainOf(pack, ofPool)) };
}

function indexOfHighest(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}

function gainOf({ uses, fills }: Pack, ofPool: readonly number[]): number {
  let gain = 0;
  for (const { pool, units } of fills) gain += units * (ofPool[pool] ?? 0);
  for (const { pool, units } of uses) gain -= units * (ofPool[pool] ?? 0);
  return gain;
}

/** The best packs in fractions, and a bound from the prices they put on lines, limits and what is asked of groups. */
export function relaxation(market: Market, { uses, room: whole }: Rows, domain: Domain, worths: Worths): Relaxation {
  const { atLeast, atMost } = domain;
  const room = [...whole];
  let bound = worths.fixed;
  for (const [line, units] of market.quantities.entries()) bound += units * (worths.ofPool[line] ?? 0);
  for (const [p, count] of atLeast.entries()) {
    if (count === 0) continue;
    bound += count * (worths.gains[p] ?? 0);
    for (const { row, units } of uses[p] ?? []) room[row] = (room[row] ?? 0) - units * count;
  }
  const { counts, rowPrices } = relaxOpen(uses, room, domain, worths);
  const reducedGains = worths.gains.map((own, p) => {
    let gain = own;
    for (const { row, units } of uses[p] ?? []) gain -= units * (rowPrices[row] ?? 0);
    return gain;
  });
  for (const [row, price] of rowPrices.entries()) bound += price * (room[row] ?? 0);
  for (const [p, gain] of reducedGains.entries()) if (gain > 0) bound += gain * ((atMost[p] ?? 0) - (atLeast[p] ?? 0));
  return { bound, counts, reducedGains };
}

/** Only packs that gain or give room, and rows that they touch. */
function relaxOpen(
  uses: Rows['uses'],
  room: readonly number[],
  { atLeast, atMost }: Domain,
  { gains }: Worths,
): { counts: number[]; rowPrices: number[] } {
  const counts = [...atLeast];
  const rowPrices = room.map(() => 0);
  const isOpen = (p: number) =>
    (atMost[p] ?? 0) > (atLeast[p] ?? 0) && ((gains[p] ?? 0) > 0 || (uses[p] ?? []).some(({ units }) => units < 0));
  const open = [...gains.keys()].filter(isOpen);
  const used: number[] = [];
  const rowAt = new Map<number, number>();
  const localRow = (row: number) => {
    const local = rowAt.get(row) ?? used.push(row) - 1;
    rowAt.set(row, local);
    return local;
  };
  const ownUses = open.map((p) => (uses[p] ?? []).map(({ row, units }) => ({ row: localRow(row), units })));
  for (const [row, units] of room.entries()) if (units < 0) localRow(row);
  if (used.length === 0) return { counts, rowPrices };
  const relaxed = relax({
    gains: open.map((p) => gains[p] ?? 0),
    most: open.map((p) => (atMost[p] ?? 0) - (atLeast[p] ?? 0)),
    uses: ownUses,
    room: used.map((row) => room[row] ?? 0),
  });
  for (const [i, p] of open.entries()) counts[p] = (counts[p] ?? 0) + (relaxed.counts[i] ?? 0);
  for (const [i, row] of used.entries()) rowPrices[row] = relaxed.rowPrices[i] ?? 0;
  return { counts, rowPrices };
}
