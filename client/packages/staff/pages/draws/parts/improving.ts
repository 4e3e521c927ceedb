import type { BoardPrize } from '@rooms/draw/contract';

/** What is added to each prize; in the consumer's favour alone, so nothing is ever below zero. */
export interface Additions {
  readonly [drawPrizeId: string]: { readonly units: number; readonly oddsPpm: number };
}

/** 0.1 % */
export const ODDS_STEP_PPM = 1_000;

const NONE = { units: 0, oddsPpm: 0 };
export const additionOf = (additions: Additions, { drawPrizeId }: BoardPrize): Additions[string] =>
  additions[drawPrizeId] ?? NONE;

/** Odds that the consolation keeps; below zero: it has not so much to give. */
export function consolationPpm(prizes: readonly BoardPrize[], additions: Additions): number {
  const added = prizes.reduce((sum, prize) => sum + additionOf(additions, prize).oddsPpm, 0);
  return (prizes.find(({ consolation }) => consolation)?.oddsPpm ?? 0) - added;
}

/** What the server is asked: prizes that change, with their new odds. */
export function changesOf(
  prizes: readonly BoardPrize[],
  additions: Additions,
): { drawPrizeId: string; oddsPpm: number; addUnits: number }[] {
  return prizes.flatMap((prize) => {
    const { units, oddsPpm } = additionOf(additions, prize);
    if (units === 0 && oddsPpm === 0) return [];
    return [{ drawPrizeId: prize.drawPrizeId, oddsPpm: prize.oddsPpm + oddsPpm, addUnits: units }];
  });
}
