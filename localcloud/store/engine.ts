import { Catalogue } from './catalogue';
import { apply, type Change, checkUnique, type PreparedChange, prepare } from './changes';
import { History } from './history';
import { type Holder, Locks, REAL_TIMERS, type Timers, waitForRelease } from './locks';
import { Reader, type Warning } from './reader';
import { Tables } from './tables';

export interface EngineOptions {
  /** Absent: in memory. */
  dataDir?: string;
  timers?: Timers;
  onWarning?: (warning: Warning) => void;
}

/** A plain write waits no longer than this for a transaction to let go (the SDK itself gives up after 15 s). */
const LOCK_WAIT_MS = 10_000;

/** What plain operations and transactions share: the tables, what is in them, the locks, and the one way to write. */
export class Engine {
  readonly tables: Tables;
  readonly catalogue: Catalogue;
  readonly reader: Reader;
  readonly locks = new Locks();
  readonly history = new History();
  readonly timers: Timers;
  /** Open transactions: while there is one, changes are remembered. */
  readonly open = new Set<Holder>();
  private stepsUnderWay = 0;

  constructor({ dataDir, timers = REAL_TIMERS, onWarning = () => undefined }: EngineOptions) {
    this.tables = new Tables(dataDir);
    this.catalogue = new Catalogue(this.tables);
    this.reader = new Reader(this.tables, onWarning);
    this.timers = timers;
  }

  /**
   * Runs a step as one atomic write and resolves once it is committed (on disk: durable). A step that meets a locked document
   * returns its holder; it is run again, from its start, when the holder has let go.
   */
  async write<T>(step: () => T | Blocked): Promise<T> {
    for (;;) {
      const result = await this.commit(step);
      if (!(result instanceof Blocked)) return result;
      await waitForRelease(result.holder, LOCK_WAIT_MS, this.timers);
    }
  }

  /** The same at once, for a store in memory or at its start. Gives the holder back when it is locked. */
  writeNow<T>(step: () => T): T {
    return this.tables.runNow(() => this.settled(step));
  }

  private async commit<T>(step: () => T): Promise<T> {
    let last = 0;
    this.stepsUnderWay++;
    try {
      const result = await this.tables.run(() => {
        const outcome = this.settled(step);
        last = this.history.made;
        return outcome;
      });
      this.history.commitUpTo(last);
      return result;
    } finally {
      this.stepsUnderWay--;
      this.forgetIfQuiet();
    }
  }

  /** In memory a step is committed by the time it returns. */
  private settled<T>(step: () => T): T {
    const result = step();
    if (!this.tables.isDurable) this.history.commitUpTo(this.history.made);
    return result;
  }

  forgetIfQuiet(): void {
    if (this.open.size === 0 && this.stepsUnderWay === 0) this.history.forget();
  }

  /**
   * Makes all the changes or none, inside a step.
   * @returns Blocked when one of the documents is locked by a transaction other than `self`
   * @throws StoreError E11000, key too large, …
   */
  change(changes: readonly Change[], self?: Holder): Blocked | undefined {
    const prepared = changes.map(prepare);
    const holder = this.locks.blocker(lockKeysOf(prepared), self);
    if (holder) return new Blocked(holder);
    checkUnique(this.tables, prepared);
    apply(this.tables, this.catalogue, prepared);
    this.history.record(lockKeysOf(prepared));
    return undefined;
  }
}

export class Blocked {
  constructor(readonly holder: Holder) {}
}

export const lockKeysOf = (changes: readonly PreparedChange[]): string[] =>
  changes.flatMap((change) => change.lockKeys);
