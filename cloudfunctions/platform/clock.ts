/** The only reader of the machine's clock. Locally the cloud's clock can be moved; its offset comes with each call. */
export function nowMs(): number {
  const offset = Number(process.env.LINLI_CLOCK_OFFSET_MS ?? 0);
  return Date.now() + (Number.isSafeInteger(offset) ? offset : 0);
}

/** Milliseconds since it was started, for what is measured and never for what is decided. */
export function stopwatch(): () => number {
  const startMs = performance.now();
  return () => Math.round(performance.now() - startMs);
}
