import type { Domain } from './domain';
import type { Field } from './field';

/** Whole as far as arithmetic can tell. */
export function isWhole(count: number): boolean {
  return Math.abs(count - Math.round(count)) <= 1e-6;
}

/** The counts if they are whole; else rounded down, then packs that gain most as often as they fit. */
export function roundedCounts(
  { quantities, packs, market }: Field,
  { atLeast, atMost }: Domain,
  fractions: readonly number[],
  gains: readonly number[],
): number[] {
  const room = quantities.slice();
  const free = market.limits.slice();
  const counts = new Array<number>(packs.length).fill(0);
  const take = (p: number, wanted: number) => {
    const pack = packs[p];
    if (!pack || wanted <= 0) return;
    let count = wanted;
    for (const { pool, units } of pack.uses) count = Math.min(count, Math.floor((room[pool] ?? 0) / units));
    if (pack.limit >= 0) count = Math.min(count, free[pack.limit] ?? 0);
    if (count <= 0) return;
    for (const { pool, units } of pack.uses) room[pool] = (room[pool] ?? 0) - units * count;
    for (const { pool, units } of pack.fills) room[pool] = (room[pool] ?? 0) + units * count;
    if (pack.limit >= 0) free[pack.limit] = (free[pack.limit] ?? 0) - count;
    counts[p] = (counts[p] ?? 0) + count;
  };
  for (let p = 0; p < packs.length; p += 1) take(p, atLeast[p] ?? 0);
  for (let p = 0; p < packs.length; p += 1) take(p, Math.floor((fractions[p] ?? 0) + 1e-6) - (counts[p] ?? 0));
  if (fractions.every((count, p) => isWhole(count) && Math.round(count) === counts[p])) return counts;
  const byGain = [...packs.keys()].filter((p) => (gains[p] ?? 0) > 0);
  byGain.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  for (const p of byGain) take(p, (atMost[p] ?? 0) - (counts[p] ?? 0));
  return counts;
}
