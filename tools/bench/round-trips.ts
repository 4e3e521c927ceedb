import type { Measured } from './acts';
import type { Ground } from './ground';

export interface RoundTrips {
  readonly sequential: number;
  readonly requests: number;
}

/** Done before, so that the function is warm: a cold one reads what it then keeps. */
const WARM_UPS = 2;
/** The most of so many is counted. */
const COUNTED = 4;

/** Sequential round trips and requests of one operation in a warm function, counted by the embedded cloud's meter. */
export async function roundTripsOf(
  ground: Ground,
  { door, prepare, counted = COUNTED }: Measured,
): Promise<RoundTrips> {
  const { meter } = ground.cloud;
  const acts = [];
  for (let n = 0; n < WARM_UPS + counted; n += 1) acts.push(await prepare(ground));
  let most: RoundTrips = { sequential: 0, requests: 0 };
  meter.start({ latencyMs: 8 });
  for (const [n, act] of acts.entries()) {
    await act();
    const { sequential = 0, requests = 0 } = meter.last(door) ?? {};
    if (n >= WARM_UPS)
      most = { sequential: Math.max(most.sequential, sequential), requests: Math.max(most.requests, requests) };
  }
  meter.stop();
  return most;
}
