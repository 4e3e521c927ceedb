import { drawSlot, ODDS_TOTAL, type OddsRow, prizeAtSlot, seedHash } from '@kernel/fairness';

/** What was published of a draw. */
export interface Sealed {
  readonly drawId: string;
  /** SHA-256 of the seed, shown before the first spin. */
  readonly seedHash: string;
  /** Null: the draw goes on, and nobody has it. */
  readonly seedHex: string | null;
}

/** A spin as the server keeps it. */
export interface KeptSpin {
  readonly chanceId: string;
  /** 0 … 999,999 */
  readonly slot: number;
  readonly drawnPrizeId: string;
}

/** The three steps that anybody can work out again. `slot` and `prizeId` are this phone's own results. */
export interface Checked {
  readonly isSeedTrue: boolean;
  readonly isSlotTrue: boolean;
  readonly isPrizeTrue: boolean;
  readonly slot: number | null;
  readonly prizeId: string | null;
  /** Slots of that prize, both ends included. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly isTrue: boolean;
}

const NOTHING: Checked = {
  isSeedTrue: false,
  isSlotTrue: false,
  isPrizeTrue: false,
  slot: null,
  prizeId: null,
  range: null,
  isTrue: false,
};

/**
 * Works out a spin again on this phone: the seed against its fingerprint, the number against seed and chance, the prize
 * against the odds of the spin's own version. Null: the seed is not out yet. What cannot be worked out is not true.
 */
export function checkSpin(sealed: Sealed, odds: readonly OddsRow[], spin: KeptSpin): Checked | null {
  if (sealed.seedHex === null) return null;
  if (!/^[0-9a-f]{64}$/.test(sealed.seedHex)) return NOTHING;
  const isSeedTrue = seedHash(sealed.seedHex) === sealed.seedHash;
  const slot = drawSlot(sealed.seedHex, sealed.drawId, spin.chanceId);
  const isSlotTrue = slot === spin.slot;
  const range = rangeAt(odds, slot);
  const prizeId = range ? prizeAtSlot(odds, slot) : null;
  const isPrizeTrue = prizeId !== null && prizeId === spin.drawnPrizeId;
  return { isSeedTrue, isSlotTrue, isPrizeTrue, slot, prizeId, range, isTrue: isSeedTrue && isSlotTrue && isPrizeTrue };
}

/** Slots around this one that mean the same prize; null: the table does not sum to 1,000,000. */
function rangeAt(odds: readonly OddsRow[], slot: number): Checked['range'] {
  let from = 0;
  let found: Checked['range'] = null;
  for (const { weight } of odds) {
    if (found === null && slot < from + weight) found = { from, to: from + weight - 1 };
    from += weight;
  }
  return from === ODDS_TOTAL ? found : null;
}
