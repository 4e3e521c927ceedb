/** The free plan's share of the database (platform.md, limits). */
export const FREE_PLAN = { requestsPerSecond: 30, atOnce: 20 } as const;

export interface TrafficLimits {
  requestsPerSecond: number;
  /** Requests under way at once, each of which holds one connection. */
  atOnce: number;
}

/** Counts database requests a second and at once; refuses beyond a limit only when told to. */
export class Traffic {
  requests = 0;
  peakPerSecond = 0;
  peakAtOnce = 0;
  /** Requests that the free plan would have refused. */
  overFreePlan = 0;
  /** Set it to have requests refused. */
  limits: TrafficLimits | undefined;
  private atOnce = 0;
  private second = 0;
  private inSecond = 0;

  /** @returns false when the request is to be refused; else `leave` must follow. */
  enter(nowMs: number): boolean {
    const second = Math.floor(nowMs / 1000);
    if (second !== this.second) {
      this.second = second;
      this.inSecond = 0;
    }
    const isOver = (limits: TrafficLimits): boolean =>
      this.inSecond >= limits.requestsPerSecond || this.atOnce >= limits.atOnce;
    if (isOver(FREE_PLAN)) this.overFreePlan++;
    if (this.limits && isOver(this.limits)) return false;
    this.requests++;
    this.peakPerSecond = Math.max(this.peakPerSecond, ++this.inSecond);
    this.peakAtOnce = Math.max(this.peakAtOnce, ++this.atOnce);
    return true;
  }

  leave(): void {
    this.atOnce--;
  }
}
