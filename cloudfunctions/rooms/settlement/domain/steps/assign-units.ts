import type { Fen } from '../../../../kernel/fen';

/** What one unit costs from a source; of equal sums the one with the lower sum of preferences is taken. */
export interface UnitCost {
  readonly fen: Fen;
  readonly preference: number;
}

export interface UnitDemand {
  readonly quantity: number;
  /** By source; undefined: not for this line. */
  readonly costs: readonly (UnitCost | undefined)[];
}

/** The way by which one more unit comes into a source: `line` moves there from source `from` (-1: it is the new unit). */
interface Hop {
  readonly cost: UnitCost;
  readonly line: number;
  readonly from: number;
}

interface Assignment {
  readonly demands: readonly UnitDemand[];
  /** Units by line and source. */
  readonly units: number[][];
  /** Units that a source can still take. */
  readonly free: number[];
}

/**
 * Which units get which price: the assignment with the lowest sum, exact also where several limited prices compete
 * (successive cheapest augmenting paths). Source 0 must be unlimited and open to every line.
 * Returns units by line and source.
 */
export function assignUnits(demands: readonly UnitDemand[], capacities: readonly number[]): number[][] {
  const state: Assignment = {
    demands,
    units: demands.map(() => capacities.map(() => 0)),
    free: [...capacities],
  };
  for (const [line, { quantity }] of demands.entries()) {
    let left = quantity;
    while (left > 0) left -= augment(state, line, left);
  }
  return state.units;
}

function augment(state: Assignment, line: number, wanted: number): number {
  const hops = cheapestHops(state, line);
  const end = cheapestFreeSource(state, hops);
  const path: { line: number; from: number; to: number }[] = [];
  let units = Math.min(wanted, state.free[end] ?? 0);
  for (let to = end; to >= 0; ) {
    const hop = hops[to];
    if (!hop) throw new Error('source 0 must be open to every line');
    path.push({ line: hop.line, from: hop.from, to });
    if (hop.from >= 0) units = Math.min(units, state.units[hop.line]?.[hop.from] ?? 0);
    to = hop.from;
  }
  for (const { line: moved, from, to } of path) {
    const row = state.units[moved] ?? [];
    row[to] = (row[to] ?? 0) + units;
    if (from >= 0) row[from] = (row[from] ?? 0) - units;
  }
  state.free[end] = (state.free[end] ?? 0) - units;
  return units;
}

function cheapestFreeSource({ free }: Assignment, hops: readonly (Hop | undefined)[]): number {
  let end = 0;
  for (const [source, hop] of hops.entries()) {
    const best = hops[end];
    if (hop && (free[source] ?? 0) > 0 && (!best || isCheaper(hop.cost, best.cost))) end = source;
  }
  return end;
}

/** Bellman-Ford over the sources: what one more unit of the line in each costs, others moving out of its way. */
function cheapestHops(state: Assignment, line: number): (Hop | undefined)[] {
  const hops: (Hop | undefined)[] = (state.demands[line]?.costs ?? []).map((cost) => cost && { cost, line, from: -1 });
  for (let changed = true; changed; ) {
    changed = false;
    for (const from of hops.keys()) {
      if ((state.free[from] ?? 0) > 0) continue;
      for (const moved of state.demands.keys()) {
        if ((state.units[moved]?.[from] ?? 0) > 0 && relax(state, hops, from, moved)) changed = true;
      }
    }
  }
  return hops;
}

/** Tries every source that the line could move to from a full one. */
function relax({ demands }: Assignment, hops: (Hop | undefined)[], from: number, line: number): boolean {
  const reached = hops[from]?.cost;
  const costs = demands[line]?.costs ?? [];
  const leaves = costs[from];
  if (!reached || !leaves) return false;
  let changed = false;
  for (const [to, enters] of costs.entries()) {
    if (to === from || !enters) continue;
    const cost = {
      fen: reached.fen - leaves.fen + enters.fen,
      preference: reached.preference - leaves.preference + enters.preference,
    };
    const known = hops[to];
    if (known && !isCheaper(cost, known.cost)) continue;
    hops[to] = { cost, line, from };
    changed = true;
  }
  return changed;
}

function isCheaper(a: UnitCost, b: UnitCost): boolean {
  return a.fen < b.fen || (a.fen === b.fen && a.preference < b.preference);
}
