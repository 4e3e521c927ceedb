/** How far the server's clock is ahead of this device's, in ms. Phones are off by minutes more often than one thinks. */
let aheadMs = 0;

/**
 * Learns from one reply. The server wrote `nowMs` somewhere between sending and hearing; the middle is the best guess.
 */
export function learnClock(nowMs: number, sentAtMs: number, heardAtMs: number): void {
  aheadMs = Math.round(nowMs - (sentAtMs + heardAtMs) / 2);
}

/** The server's time now, epoch ms: what countdowns and request keys are reckoned by. */
export function serverNowMs(): number {
  return Date.now() + aheadMs;
}
