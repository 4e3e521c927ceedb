import { load, save } from '@/services/storage';

/** The fingerprint of a draw as this phone first saw it: a page that shows another one later is caught by it. */
export interface Seal {
  readonly seedHash: string;
  readonly seenAtMs: number;
}

const slotOf = (drawId: string): string => `seal.${drawId}`;

/** Keeps the fingerprint at the first look and gives back the one that is kept, whatever is shown now. */
export function keepSeal(drawId: string, seedHash: string, nowMs: number): Seal {
  const kept = load<Seal>(slotOf(drawId));
  if (kept) return kept;
  const seal = { seedHash, seenAtMs: nowMs };
  save(slotOf(drawId), seal);
  return seal;
}
