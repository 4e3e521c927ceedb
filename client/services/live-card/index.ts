import type { LiveCard } from './types';

export type { LiveCard } from './types';

/** A browser has no chats: nothing is asked for. */
export async function shareLive(_ask: () => Promise<LiveCard>): Promise<void> {}
