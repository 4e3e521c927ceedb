import { transactionBusy } from './errors';

/** Whoever holds locks: an open transaction. */
export interface Holder {
  /** Resolves when the holder has let go of all its locks. */
  readonly released: Promise<void>;
}

/** Which transaction holds which document or unique key. */
export class Locks {
  private readonly holders = new Map<string, Holder>();

  /** Someone other than `self` that holds one of the keys. */
  blocker(keys: Iterable<string>, self?: Holder): Holder | undefined {
    if (this.holders.size === 0) return undefined;
    for (const key of keys) {
      const holder = this.holders.get(key);
      if (holder !== undefined && holder !== self) return holder;
    }
    return undefined;
  }

  take(keys: Iterable<string>, holder: Holder): void {
    for (const key of keys) this.holders.set(key, holder);
  }

  release(holder: Holder): void {
    for (const [key, owner] of this.holders) if (owner === holder) this.holders.delete(key);
  }
}

/** Timers in real time, replaceable for a simulation that owns its own. */
export interface Timers {
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

export const REAL_TIMERS: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Waits until the holder lets go. @throws StoreError TransactionBusy when that takes longer than `ms`. */
export async function waitForRelease(holder: Holder, ms: number, timers: Timers): Promise<void> {
  let cancel = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    cancel = timers.after(ms, () => reject(transactionBusy()));
  });
  try {
    await Promise.race([holder.released, tooLate]);
  } finally {
    cancel();
  }
}
