import type { OddsRow } from '@kernel/fairness';
import { load, save } from '@/services/storage';

/** The fingerprint of a draw as this phone first saw it: a page that shows another one later is caught by it. */
export interface Seal {
  readonly seedHash: string;
  readonly seenAtMs: number;
}

/** Keeps the fingerprint at the first look and gives back the one that is kept, whatever is shown now. */
export function keepSeal(drawId: string, seedHash: string, nowMs: number): Seal {
  return keep(`seal.${drawId}`, { seedHash, seenAtMs: nowMs });
}

/** The same for the odds of one version: with other odds the same number would mean another prize. */
export function keepOdds(drawId: string, oddsVersion: number, odds: readonly OddsRow[]): readonly OddsRow[] {
  if (odds.length === 0) return odds;
  const rows = odds.map(({ prizeId, weight }) => ({ prizeId, weight }));
  return keep(`odds.${drawId}.${oddsVersion}`, rows);
}

function keep<T>(slot: string, seen: T): T {
  const kept = load<T>(slot);
  if (kept === undefined) save(slot, seen);
  return kept ?? seen;
}
