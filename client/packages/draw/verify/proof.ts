import type { OddsRow } from '@kernel/fairness';
import type { KeptSpin, Sealed } from './check';

/** All that another machine needs to work a spin out again, as text to copy. How, it says itself. */
export function proofText(sealed: Sealed, odds: readonly OddsRow[], spin: KeptSpin): string {
  const { drawId, seedHash, seedHex } = sealed;
  const { chanceId, slot, drawnPrizeId } = spin;
  const how = [
    'sha256(seed bytes) = seedHash',
    'x = first 13 hex digits of hmac-sha256(key: seed bytes, message: draw + "|" + chance)',
    'slot = floor(x * 1000000 / 2^52)',
    'prize = the row that holds the slot, rows laid end to end',
  ];
  const rows = odds.map(({ prizeId, weight }) => ({ prize: prizeId, slots: weight }));
  return JSON.stringify(
    { draw: drawId, chance: chanceId, seedHash, seed: seedHex, odds: rows, slot, prize: drawnPrizeId, how },
    null,
    2,
  );
}
