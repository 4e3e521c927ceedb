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

interface Invocation extends Metering {
  executing: number;
  /** Answers that are held back until the wave is complete. */
  held: (() => void)[];
  timer: NodeJS.Timeout | undefined;
  /** When answers of each depth were let go, in order. */
  released: { atMs: number; depth: number }[];
}

/** A wave whose requests wait for each other (a lock) is let go after this many latencies. */
const PATIENCE = 30;
/** Invocations remembered; the oldest are forgotten first. */
const MAX_INVOCATIONS = 10_000;

/**
 * Counts requests and sequential round trips of each invocation. A request may depend on those answers alone that were let go before
 * it was made (the SDK says when, on the same machine's clock); its depth is one more than the deepest of them.
 * While started, answers are held back until no further request of the invocation has come for `latencyMs` and all that came are
 * executed: so a parallel wave, whose requests leave the SDK over some milliseconds, is complete before its first answer.
 */
export class Meter {
  private latencyMs: number | undefined;
  private readonly invocations = new Map<string, Invocation>();
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
    this.invocation(invocationId);
  }

  of(invocationId: string): Metering | undefined {
    const known = this.invocations.get(invocationId);
    if (!known) return undefined;
    const { requests, sequential, writes, byAction } = known;
    return { requests, sequential, writes, byAction: { ...byAction } };
  }

  /** The function's latest invocation. */
  last(functionName: string): Metering | undefined {
    const invocationId = this.lastOf.get(functionName);
    return invocationId === undefined ? undefined : this.of(invocationId);
  }

  /** Counts a request, runs it, and gives its result when its wave may be answered. */
  async around<T>(request: RequestInfo, execute: () => Promise<T>): Promise<T> {
    const invocation = this.invocation(request.invocationId);
    const depth = count(invocation, request);
    if (invocation.held.length > 0) this.rest(invocation, 0);
    try {
      return await execute();
    } finally {
      invocation.executing--;
      await this.hold(invocation);
      release(invocation, depth);
    }
  }

  private async hold(invocation: Invocation): Promise<void> {
    if (this.latencyMs === undefined) return;
    await new Promise<void>((resolve) => {
      invocation.held.push(resolve);
      this.rest(invocation, 0);
    });
  }

  /** (Re)starts the quiet time after which the wave is answered. */
  private rest(invocation: Invocation, waited: number): void {
    clearTimeout(invocation.timer);
    invocation.timer = setTimeout(() => {
      if (invocation.executing > 0 && waited < PATIENCE) this.rest(invocation, waited + 1);
      else for (const answer of invocation.held.splice(0)) answer();
    }, this.latencyMs ?? 0);
  }

  private invocation(invocationId: string): Invocation {
    const known = this.invocations.get(invocationId);
    if (known) return known;
    const [oldest] = this.invocations.keys();
    if (oldest !== undefined && this.invocations.size >= MAX_INVOCATIONS) this.invocations.delete(oldest);
    const fresh: Invocation = {
      requests: 0,
      sequential: 0,
      writes: 0,
      byAction: {},
      executing: 0,
      held: [],
      timer: undefined,
      released: [],
    };
    this.invocations.set(invocationId, fresh);
    return fresh;
  }
}

/** Notes a request. @returns its depth, 1 for one that waited for nothing */
function count(invocation: Invocation, { action, kind, madeAtMs = Date.now() }: RequestInfo): number {
  const before = invocation.released.filter(({ atMs }) => atMs <= madeAtMs).at(-1);
  const depth = (before?.depth ?? 0) + 1;
  invocation.sequential = Math.max(invocation.sequential, depth);
  invocation.requests++;
  invocation.executing++;
  if (kind === 'write') invocation.writes++;
  invocation.byAction[action] = (invocation.byAction[action] ?? 0) + 1;
  return depth;
}

function release({ released }: Invocation, depth: number): void {
  const deepest = released.at(-1)?.depth ?? 0;
  if (depth > deepest) released.push({ atMs: Date.now(), depth });
}
