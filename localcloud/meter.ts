import type { RequestInfo } from './faults';

/** What one invocation asked of the cloud. */
export interface Metering {
  requests: number;
  /** Waves of requests, one after another: the round trips that its caller waits for. */
  sequential: number;
  writes: number;
  /** Requests by action, e.g. `database.getDocument`. */
  byAction: Record<string, number>;
}

interface Wave extends Metering {
  executing: number;
  /** Answers that are held back until the wave is complete. */
  held: (() => void)[];
  timer: NodeJS.Timeout | undefined;
  isAnswered: boolean;
}

/** A wave whose requests wait for each other (a lock) is let go after this many latencies. */
const PATIENCE = 30;
/** Invocations remembered; the oldest are forgotten first. */
const MAX_INVOCATIONS = 10_000;

/**
 * Counts requests and sequential round trips of each invocation. While started, answers are held back until no further request of
 * the invocation has come for `latencyMs` and all of the wave is executed; so a parallel wave, whose requests leave the SDK over some
 * milliseconds, counts as one. Not started it only counts, and takes any answer given as the end of a wave.
 */
export class Meter {
  private latencyMs: number | undefined;
  private readonly invocations = new Map<string, Wave>();
  private readonly lastOf = new Map<string, string>();

  start({ latencyMs = 8 }: { latencyMs?: number } = {}): void {
    this.latencyMs = latencyMs;
  }

  stop(): void {
    this.latencyMs = undefined;
  }

  /** Tells which function an invocation runs, for `last`. */
  begin(invocationId: string, functionName: string): void {
    this.lastOf.set(functionName, invocationId);
    this.wave(invocationId);
  }

  of(invocationId: string): Metering | undefined {
    const wave = this.invocations.get(invocationId);
    return (
      wave && {
        requests: wave.requests,
        sequential: wave.sequential,
        writes: wave.writes,
        byAction: { ...wave.byAction },
      }
    );
  }

  /** The function's latest invocation. */
  last(functionName: string): Metering | undefined {
    const invocationId = this.lastOf.get(functionName);
    return invocationId === undefined ? undefined : this.of(invocationId);
  }

  /** Counts a request, runs it, and gives its result when its wave may be answered. */
  async around<T>(request: RequestInfo, execute: () => Promise<T>): Promise<T> {
    const wave = this.wave(request.invocationId);
    this.arrive(wave, request);
    try {
      return await execute();
    } finally {
      wave.executing--;
      await this.hold(wave);
      wave.isAnswered = true;
    }
  }

  private arrive(wave: Wave, { action, kind }: RequestInfo): void {
    if (wave.isAnswered) {
      wave.sequential++;
      wave.isAnswered = false;
    }
    wave.requests++;
    wave.executing++;
    if (kind === 'write') wave.writes++;
    wave.byAction[action] = (wave.byAction[action] ?? 0) + 1;
    if (wave.held.length > 0) this.rest(wave, 0);
  }

  private async hold(wave: Wave): Promise<void> {
    if (this.latencyMs === undefined) return;
    await new Promise<void>((resolve) => {
      wave.held.push(resolve);
      this.rest(wave, 0);
    });
  }

  /** (Re)starts the quiet time after which the wave is answered. */
  private rest(wave: Wave, waited: number): void {
    clearTimeout(wave.timer);
    const latencyMs = this.latencyMs ?? 0;
    wave.timer = setTimeout(() => {
      if (wave.executing > 0 && waited < PATIENCE) this.rest(wave, waited + 1);
      else for (const answer of wave.held.splice(0)) answer();
    }, latencyMs);
  }

  private wave(invocationId: string): Wave {
    const known = this.invocations.get(invocationId);
    if (known) return known;
    const [oldest] = this.invocations.keys();
    if (oldest !== undefined && this.invocations.size >= MAX_INVOCATIONS) this.invocations.delete(oldest);
    const wave: Wave = {
      requests: 0,
      sequential: 0,
      writes: 0,
      byAction: {},
      executing: 0,
      held: [],
      timer: undefined,
      isAnswered: true,
    };
    this.invocations.set(invocationId, wave);
    return wave;
  }
}
