import type { Fen } from './fen';

/** A rate in basis points: 10,000 = 100 %. A pay rate says what is left to pay: 8折 = 8,000. */
export type RateBps = number;

export const FULL_RATE_BPS: RateBps = 10_000;

function check(amount: number, rateBps: RateBps): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`amount is not a whole number ≥ 0: ${amount}`);
  if (!Number.isInteger(rateBps) || rateBps < 0 || rateBps > 1_000_000) throw new RangeError(`rate: ${rateBps}`);
}

/**
 * ceil(amount × rate / 10,000): what is left after a rate. The resident pays at least the stated rate and less than one
 * fen more. Exact without BigInt: only the part below 10,000 is multiplied before dividing.
 */
export function payAfterRate(amountFen: Fen, payRateBps: RateBps): Fen {
  check(amountFen, payRateBps);
  const whole = Math.floor(amountFen / FULL_RATE_BPS);
  return whole * payRateBps + Math.ceil(((amountFen % FULL_RATE_BPS) * payRateBps) / FULL_RATE_BPS);
}

/** floor(amount × rate / 10,000): a merchant's share, points by tier, the cap on points. Exact as above. */
export function floorOfRate(amount: number, rateBps: RateBps): number {
  check(amount, rateBps);
  const whole = Math.floor(amount / FULL_RATE_BPS);
  return whole * rateBps + Math.floor(((amount % FULL_RATE_BPS) * rateBps) / FULL_RATE_BPS);
}
