import { sha256 } from 'js-sha256';

/** Odds are shares of one million, so that they are integers and sum exactly. */
export const ODDS_TOTAL = 1_000_000;

const HALF = 2 ** 26;

function bytesOfHex(hex: string): number[] {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError('a seed is 64 lower-case hex digits');
  const bytes: number[] = [];
  for (let i = 0; i < 64; i += 2) bytes.push(Number.parseInt(hex.slice(i, i + 2), 16));
  return bytes;
}

/** SHA-256 of the seed's 32 raw bytes, published with the draw before the first spin. */
export function seedHash(seedHex: string): string {
  return sha256(bytesOfHex(seedHex));
}

/**
 * Where a spin lands, [0, 1,000,000): floor(x × 10^6 / 2^52) with x = first 52 bits of
 * HMAC-SHA-256(seed, `<draw>|<chance>`). Split in two halves of 26 bits so that no product leaves the safe integers;
 * residents recompute their own spins with this very function.
 */
export function drawSlot(seedHex: string, drawId: string, chanceId: string): number {
  const mac = sha256.hmac(bytesOfHex(seedHex), `${drawId}|${chanceId}`);
  const x = Number.parseInt(mac.slice(0, 13), 16);
  const high = Math.floor(x / HALF);
  const low = x % HALF;
  return Math.floor((high * ODDS_TOTAL + Math.floor((low * ODDS_TOTAL) / HALF)) / HALF);
}

/** One row of the published odds: `weight` slots of the million. */
export interface OddsRow {
  prizeId: string;
  weight: number;
}

/** True where every weight is a whole number ≥ 0 and they sum to 1,000,000. */
export function areOddsSound(odds: readonly OddsRow[]): boolean {
  const whole = odds.every(({ weight }) => Number.isInteger(weight) && weight >= 0);
  return whole && odds.reduce((sum, { weight }) => sum + weight, 0) === ODDS_TOTAL;
}

/** The prize whose slots, laid end to end in the table's order, hold this one. Throws on an unsound table. */
export function prizeAtSlot(odds: readonly OddsRow[], slot: number): string {
  if (!areOddsSound(odds)) throw new RangeError('odds do not sum to 1,000,000');
  let end = 0;
  for (const { prizeId, weight } of odds) {
    end += weight;
    if (slot < end) return prizeId;
  }
  throw new RangeError(`slot ${slot} is outside the odds`);
}
