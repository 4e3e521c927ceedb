import type { Market, Pack } from './market';

/** Units of a group that come or go with one more of a pack. */
export interface Shift {
  readonly pack: number;
  readonly place: number;
  readonly units: number;
}

/** A market whose pools have one option each, laid out for the search: by pool, and by group what packs do to it. */
export interface Field {
  readonly market: Market;
  readonly packs: readonly Pack[];
  /** Units with no pack taken, by pool. */
  readonly quantities: readonly number[];
  readonly fen: readonly number[];
  readonly preference: readonly number[];
  /** What a unit saves against the list price by its own price, less a trifle for its preference. */
  readonly own: readonly number[];
  /** Group that counts the pool, -1: none; and its place there. */
  readonly group: readonly number[];
  readonly place: readonly number[];
  readonly shifts: readonly (readonly Shift[])[];
  /** What one unit of preference is worth, in fen: all of them together less than a quarter of a fen. */
  readonly trifle: number;
}

export function fieldOf(market: Market): Field {
  const options = market.pools.map((pool) => pool.options[0] ?? { tag: 0, group: -1, preference: 0 });
  const tags = options.map(({ tag }) => market.tags[tag]);
  const units = market.quantities.reduce((sum, n) => sum + n, 0);
  const widest = options.reduce((most, { preference }) => Math.max(most, Math.abs(preference)), 0);
  const trifle = 0.25 / (units * widest + 1);
  const group = options.map((option) => option.group);
  const place = options.map((option) => market.groups[option.group]?.place[option.tag] ?? -1);
  return {
    market,
    packs: market.packs,
    quantities: options.map((_, pool) => market.quantities[pool] ?? 0),
    fen: tags.map((tag) => tag?.fen ?? 0),
    preference: options.map(({ preference }) => preference),
    own: options.map(
      ({ preference }, p) => (market.listUnitFen[tags[p]?.line ?? 0] ?? 0) - (tags[p]?.fen ?? 0) - trifle * preference,
    ),
    group,
    place,
    shifts: market.groups.map((_, g) => shiftsOf(market.packs, g, group, place)),
    trifle,
  };
}

function shiftsOf(packs: readonly Pack[], index: number, group: readonly number[], place: readonly number[]): Shift[] {
  return packs.flatMap(({ uses, fills }, pack) =>
    [...uses.map(({ pool, units }) => ({ pool, units: -units })), ...fills].flatMap(({ pool, units }) =>
      group[pool] === index ? [{ pack, place: place[pool] ?? 0, units }] : [],
    ),
  );
}

/** Units by pool once packs are counted. */
export function poolSizes({ quantities, packs }: Field, counts: readonly number[]): number[] {
  const sizes = [...quantities];
  for (let p = 0; p < packs.length; p += 1) {
    const count = counts[p] ?? 0;
    const pack = packs[p];
    if (count === 0 || !pack) continue;
    for (const { pool, units } of pack.uses) sizes[pool] = (sizes[pool] ?? 0) - units * count;
    for (const { pool, units } of pack.fills) sizes[pool] = (sizes[pool] ?? 0) + units * count;
  }
  return sizes;
}

/** Units that each group counts, also of packs in fractions. */
export function unitsOfGroups({ market, quantities, group, shifts }: Field, counts: readonly number[]): number[] {
  const units = shifts.map((own) => own.reduce((sum, shift) => sum + shift.units * (counts[shift.pack] ?? 0), 0));
  for (let line = 0; line < market.quantities.length; line += 1) {
    const g = group[line] ?? -1;
    if (g >= 0) units[g] = (units[g] ?? 0) + (quantities[line] ?? 0);
  }
  return units;
}
