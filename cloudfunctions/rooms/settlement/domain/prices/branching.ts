import type { Domain } from './domain';
import { type Field, unitsOfGroups } from './field';
import type { Saved } from './outcome';
import type { Relaxation, Worths } from './relaxation';
import { isWhole } from './rounding';

/** A domain with what its relaxation says, and units found along it. */
export interface Node {
  readonly bound: number;
  readonly domain: Domain;
  readonly worths: Worths;
  readonly relaxed: Relaxation;
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
  readonly saved: readonly Saved[];
}

/**
 * Parts that together leave out nothing of a domain: by a threshold while one is open, then by how many full ones a group
 * has, then by a pack that is not whole.
 */
export function splits(field: Field, node: Node): Domain[] {
  const group = loosestGroup(field, node);
  if (group >= 0) return byThreshold(node, group);
  const unfilled = unfilledGroup(field, node);
  if (unfilled) return byFullOnes(field, node, unfilled);
  const pack = mostFractional(node);
  return pack >= 0 ? byFraction(node, pack) : byCount(node);
}

/** The group whose open threshold promises most that the units do not keep; -1: none is open. */
function loosestGroup(field: Field, { domain, worths, sizes, saved }: Node): number {
  let loosest = -1;
  let widest = -1;
  const promised = promisedByGroup(field, worths, sizes);
  for (const g of saved.keys()) {
    if ((domain.from[g] ?? 0) >= (domain.to[g] ?? 0)) continue;
    const gap = (promised[g] ?? 0) - (saved[g]?.fen ?? 0);
    if (gap > widest) [loosest, widest] = [g, gap];
  }
  return loosest;
}

function promisedByGroup({ group, own, market }: Field, { ofPool }: Worths, sizes: readonly number[]): number[] {
  const promised = market.groups.map(() => 0);
  for (let pool = 0; pool < sizes.length; pool += 1) {
    const g = group[pool] ?? -1;
    if (g >= 0) promised[g] = (promised[g] ?? 0) + (sizes[pool] ?? 0) * ((ofPool[pool] ?? 0) - (own[pool] ?? 0));
  }
  return promised;
}

/** At the threshold of the units found, before it, after it; in the middle where theirs is not inside. */
function byThreshold({ domain, saved }: Node, group: number): Domain[] {
  const [from, to] = [domain.from[group] ?? 0, domain.to[group] ?? 0];
  const at = saved[group]?.threshold ?? from;
  const within = (a: number, b: number): Domain => ({
    ...domain,
    from: replaced(domain.from, group, a),
    to: replaced(domain.to, group, b),
  });
  const middle = (from + to) >> 1;
  if (at <= from || at >= to) return [within(from, middle), within(middle + 1, to)];
  return [within(at, at), within(from, at - 1), within(at + 1, to)];
}

interface Unfilled {
  readonly group: number;
  /** Units of its full ones. */
  readonly full: number;
}

/** The group that loses most by units that fill no `every`, where it could have another number of full ones. */
function unfilledGroup(field: Field, { domain, relaxed }: Node): Unfilled | null {
  let dearest: Unfilled | null = null;
  let highest = 1e-6;
  const totals = unitsOfGroups(field, relaxed.counts);
  for (const [group, { every, reduced, order, savesFen }] of field.market.groups.entries()) {
    const [fewest, most, total] = [domain.fewest[group] ?? 0, domain.most[group] ?? 0, totals[group] ?? 0];
    const full = Math.floor(total / every + 1e-6) * every;
    if (full + every <= fewest || full > most || Math.floor(fewest / every) === Math.floor(most / every)) continue;
    const loss = ((total - full) * reduced * (savesFen[order[domain.from[group] ?? 0] ?? -1] ?? 0)) / every;
    if (loss > highest) [dearest, highest] = [{ group, full }, loss];
  }
  return dearest;
}

/** Just as many full ones, fewer, more. */
function byFullOnes({ market }: Field, { domain }: Node, { group, full }: Unfilled): Domain[] {
  const every = market.groups[group]?.every ?? 1;
  const asked = (few: number, most: number): Domain => ({
    ...domain,
    askedFewest: replaced(domain.askedFewest, group, Math.max(domain.askedFewest[group] ?? 0, few)),
    askedMost: replaced(domain.askedMost, group, Math.min(domain.askedMost[group] ?? most, most)),
  });
  const parts = [asked(full, full + every - 1)];
  if (full > (domain.fewest[group] ?? 0)) parts.push(asked(0, full - 1));
  if (full + every <= (domain.most[group] ?? 0)) parts.push(asked(full + every, Number.POSITIVE_INFINITY));
  return parts;
}

function mostFractional({ relaxed }: Node): number {
  let best = -1;
  let widest = 0;
  for (const [p, count] of relaxed.counts.entries()) {
    const off = Math.abs(count - Math.round(count));
    if (!isWhole(count) && off > widest) [best, widest] = [p, off];
  }
  return best;
}

/** The nearer whole count first. */
function byFraction({ domain, relaxed }: Node, pack: number): Domain[] {
  const count = relaxed.counts[pack] ?? 0;
  const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
  const below = Math.min(many - 1, Math.max(few, Math.floor(count)));
  const parts = [withCounts(domain, pack, few, below), withCounts(domain, pack, below + 1, many)];
  return count - below >= 0.5 ? parts.reverse() : parts;
}

/** Only arithmetic, or more reduced than `every`, leads here: packs are fixed one by one. */
function byCount({ domain, counts }: Node): Domain[] {
  const pack = domain.atLeast.findIndex((few, p) => few < (domain.atMost[p] ?? 0));
  if (pack < 0) return [];
  const [few, many] = [domain.atLeast[pack] ?? 0, domain.atMost[pack] ?? 0];
  const count = Math.min(many, Math.max(few, counts[pack] ?? 0));
  const parts = [withCounts(domain, pack, count, count)];
  if (count > few) parts.push(withCounts(domain, pack, few, count - 1));
  if (count < many) parts.push(withCounts(domain, pack, count + 1, many));
  return parts;
}

function withCounts(domain: Domain, pack: number, few: number, many: number): Domain {
  return { ...domain, atLeast: replaced(domain.atLeast, pack, few), atMost: replaced(domain.atMost, pack, many) };
}

function replaced(list: readonly number[], index: number, value: number): number[] {
  const next = list.slice();
  next[index] = value;
  return next;
}
