import type { Tier } from './wallet';

/** Ascending; what each tier brings is the loyalty room's. */
export const TIERS: readonly Tier[] = ['normal', 'silver', 'gold', 'diamond'];
