import type { Domain } from './domain';
import type { Field } from './field';
import type { Pack } from './market';
import { relax } from './packing';
import type { Rows } from './rows';
import { groupWorths } from './threshold';

/** What units and packs are worth: the fen that they save, less a trifle for their preference. */
export interface Worths {
  /** What groups are worth besides their units. */
  readonly fixed: number;
  readonly ofPool: readonly number[];
  /** What a pack is worth more than its units where they come from. */
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

export function worthsOf({ market, packs, own, group, place }: Field, domain: Domain): Worths {
  const inGroup = market.groups.map((each, g) => groupWorths(each, g, domain));
  let fixed = 0;
  for (const worths of inGroup) fixed += worths.fixed;
  const ofPool = own.slice();
  for (let pool = 0; pool < ofPool.length; pool += 1) {
    const worths = inGroup[group[pool] ?? -1];
    if (worths) ofPool[pool] = (ofPool[pool] ?? 0) + (worths.ofPlace[place[pool] ?? 0] ?? 0);
  }
  return { fixed, ofPool, gains: packs.map((pack) => gainOf(pack, ofPool)) };
}

function gainOf({ uses, fills }: Pack, ofPool: readonly number[]): number {
  let gain = 0;
  for (const { pool, units } of fills) gain += units * (ofPool[pool] ?? 0);
  for (const { pool, units } of uses) gain -= units * (ofPool[pool] ?? 0);
  return gain;
}

/** The best packs in fractions, and a bound from the prices they put on lines, limits and what is asked of groups. */
export function relaxation(field: Field, { uses, room: whole }: Rows, domain: Domain, worths: Worths): Relaxation {
  const { atLeast, atMost } = domain;
  const { gains, ofPool } = worths;
  const room = whole.slice();
  let bound = worths.fixed;
  for (let line = 0; line < field.market.quantities.length; line += 1)
    bound += (field.quantities[line] ?? 0) * (ofPool[line] ?? 0);
  for (let p = 0; p < gains.length; p += 1) {
    const count = atLeast[p] ?? 0;
    if (count === 0) continue;
    bound += count * (gains[p] ?? 0);
    for (const { row, units } of uses[p] ?? []) room[row] = (room[row] ?? 0) - units * count;
  }
  const { counts, rowPrices } = relaxOpen(uses, room, domain, worths);
  for (let row = 0; row < room.length; row += 1) bound += (rowPrices[row] ?? 0) * (room[row] ?? 0);
  const reducedGains = gains.slice();
  for (let p = 0; p < gains.length; p += 1) {
    let gain = gains[p] ?? 0;
    for (const { row, units } of uses[p] ?? []) gain -= units * (rowPrices[row] ?? 0);
    reducedGains[p] = gain;
    if (gain > 0) bound += gain * ((atMost[p] ?? 0) - (atLeast[p] ?? 0));
  }
  return { bound, counts, reducedGains };
}

function isGiving(uses: Rows['uses'][number]): boolean {
  for (const { units } of uses) if (units < 0) return true;
  return false;
}

/** Only packs that gain or give room, and rows that they touch. */
function relaxOpen(
  uses: Rows['uses'],
  room: readonly number[],
  { atLeast, atMost }: Domain,
  { gains }: Worths,
): { counts: number[]; rowPrices: number[] } {
  const counts = atLeast.slice();
  const rowPrices = new Array<number>(room.length).fill(0);
  const open: number[] = [];
  for (let p = 0; p < gains.length; p += 1) {
    if ((atMost[p] ?? 0) <= (atLeast[p] ?? 0)) continue;
    if ((gains[p] ?? 0) > 0 || isGiving(uses[p] ?? [])) open.push(p);
  }
  const { used, rowAt } = rowsOf(open, uses, room);
  if (used.length === 0) return { counts, rowPrices };
  const relaxed = relax({
    gains: open.map((p) => gains[p] ?? 0),
    most: open.map((p) => (atMost[p] ?? 0) - (atLeast[p] ?? 0)),
    uses: open.map((p) => uses[p] ?? []),
    rowAt,
    room: used.map((row) => room[row] ?? 0),
  });
  for (let i = 0; i < open.length; i += 1) {
    const p = open[i] ?? 0;
    counts[p] = (counts[p] ?? 0) + (relaxed.counts[i] ?? 0);
  }
  for (let i = 0; i < used.length; i += 1) rowPrices[used[i] ?? 0] = relaxed.rowPrices[i] ?? 0;
  return { counts, rowPrices };
}

/** Rows that these packs touch or whose room is below 0, and the index of each among them. */
function rowsOf(open: readonly number[], uses: Rows['uses'], room: readonly number[]) {
  const used: number[] = [];
  const rowAt = new Array<number>(room.length).fill(-1);
  for (const p of open) for (const { row } of uses[p] ?? []) if ((rowAt[row] ?? 0) < 0) rowAt[row] = used.push(row) - 1;
  for (let row = 0; row < room.length; row += 1)
    if ((room[row] ?? 0) < 0 && (rowAt[row] ?? 0) < 0) rowAt[row] = used.push(row) - 1;
  return { used, rowAt };
}
