/** The machine's clock with an offset that only grows: holds and deadlines must never see time run backwards. */
export class LocalClock {
  private offset: number;

  /** @param startAtMs epoch ms that "now" is taken to be; absent: the machine's own time. */
  constructor(
    startAtMs?: number,
    private readonly machineNowMs: () => number = Date.now,
  ) {
    this.offset = startAtMs === undefined ? 0 : startAtMs - machineNowMs();
  }

  nowMs(): number {
    return this.machineNowMs() + this.offset;
  }

  /** What must be added to the machine's clock; handed to functions as LINLI_CLOCK_OFFSET_MS. */
  offsetMs(): number {
    return this.offset;
  }

  /** @throws RangeError when `ms` is not a whole number ≥ 0. */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`the clock moves forward only, not by ${ms} ms`);
    this.offset += ms;
  }

  /** @throws RangeError when `atMs` lies before the present. */
  moveTo(atMs: number): void {
    const now = this.nowMs();
    if (!Number.isSafeInteger(atMs)) throw new RangeError(`not an epoch time in ms: ${atMs}`);
    if (atMs < now) throw new RangeError(`the clock moves forward only: it is ${now}, asked for ${atMs}`);
    this.offset += atMs - now;
  }
}
