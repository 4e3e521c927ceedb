/** A whole number in [0, below). */
export type Random = (below: number) => number;

/** mulberry32: small, seeded, the same numbers on every machine. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export function pick<const T>(random: Random, list: readonly T[]): T {
  const one = list[random(list.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
}

/** Between the two, both included, in steps. */
export function between(random: Random, min: number, max: number, step = 1): number {
  return min + random(Math.floor((max - min) / step) + 1) * step;
}
