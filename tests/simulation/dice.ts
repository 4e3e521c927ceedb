import { seededRandom } from '../support/world';

/** Every choice of a schedule is thrown here, so that its seed replays it. */
export interface Dice {
  /** Uniform integer in [0, below). */
  below(below: number): number;
  /** True in `share` of the throws. */
  chance(share: number): boolean;
  /** One of at least one. */
  pick<T>(from: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (limit: number): number => random.below(limit);
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[below(from.length)] as T;
    },
  };
}
