import type { Tint } from '.';

const tints: Readonly<Record<string, Tint>> = {
  milk: 'sky',
  yogurt: 'sky',
  egg: 'honey',
  honey: 'honey',
  rice: 'rose',
  tomato: 'rose',
  greens: 'sage',
  toast: 'oat',
};

/** The ground of a prize's picture: that of the goods where it shows one, oat for the rest. */
export const tintOf = (picture: string): Tint => tints[picture] ?? 'oat';
