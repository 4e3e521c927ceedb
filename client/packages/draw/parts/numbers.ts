/** Hex in groups of eight, the first and the last: a fingerprint to compare by eye. */
export const fingerprintText = (hex: string): string => `${hex.slice(0, 8)} ${hex.slice(8, 16)} … ${hex.slice(-8)}`;

const digits = 6;

/** A slot of the million as 「027 316」. */
export function slotText(slot: number): string {
  const text = String(slot).padStart(digits, '0');
  return `${text.slice(0, 3)} ${text.slice(3)}`;
}

/** An id as part of an element's: chances have colons, which selectors read as something else. */
export const elementId = (chanceId: string): string => chanceId.split(':').join('-');
