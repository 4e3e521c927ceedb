import type { Good } from '@/components/Stall';

/** Small things stand lower than tall ones. */
const sizesPx: Readonly<Record<string, number>> = { egg: 46, greens: 58, milk: 74, rice: 64, tomato: 52, garlic: 46 };
const usualPx = 60;

/** A picture as it stands on the shelf. */
export const standing = (picture: string): Good => ({ picture, sizePx: sizesPx[picture] ?? usualPx });
