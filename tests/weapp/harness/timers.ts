/** Longer waits are a person's (a countdown, a turning wheel), not the app's own work: `settle` does not sit them out. */
const SHORT_MS = 50;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

type Callback = (...args: unknown[]) => void;

/** The logic thread's timers, and the account of what is under way. */
export class Activity {
  private readonly shortTimers = new Set<unknown>();
  private readonly waiting = new Map<symbol, string>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  /** What the mini-program gets in place of the global functions. */
  readonly functions = {
    setTimeout: (run: Callback, ms = 0, ...args: unknown[]) => {
      const timer = setTimeout(() => {
        this.forget(timer);
        run(...args);
      }, ms);
      this.timers.add(timer);
      if (ms <= SHORT_MS) this.shortTimers.add(timer);
      return timer;
    },
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => {
      this.forget(timer);
      clearTimeout(timer);
    },
    setInterval: (run: Callback, ms = 0, ...args: unknown[]) => {
      const timer = setInterval(run, ms, ...args);
      this.timers.add(timer);
      return timer;
    },
    clearInterval: (timer: ReturnType<typeof setTimeout>) => {
      this.forget(timer);
      clearInterval(timer);
    },
  };

  /** Runs `work`, which counts as under way until it ends; `what` names it in a complaint. */
  async during<T>(what: string, work: () => T | Promise<T>): Promise<T> {
    const key = Symbol(what);
    this.waiting.set(key, what);
    try {
      return await work();
    } finally {
      this.waiting.delete(key);
    }
  }

  /** Waits until nothing is under way for three turns in a row; throws when a call has not come back after `maxMs`. */
  async settle(maxMs: number): Promise<void> {
    const endMs = Date.now() + maxMs;
    for (let quietTurns = 0; quietTurns < 3; ) {
      await pause();
      quietTurns = this.shortTimers.size + this.waiting.size > 0 ? 0 : quietTurns + 1;
      if (Date.now() > endMs) return this.complain(maxMs);
    }
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.shortTimers.clear();
  }

  /** An endless chain of short timers is an animation, and no reason to fail; a call that hangs is. */
  private complain(maxMs: number): void {
    const pending = [...this.waiting.values()];
    if (pending.length > 0) throw new Error(`still waiting after ${maxMs} ms for ${pending.join(', ')}`);
  }

  private forget(timer: ReturnType<typeof setTimeout>): void {
    this.timers.delete(timer);
    this.shortTimers.delete(timer);
  }
}
