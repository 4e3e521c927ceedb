import { drawing, type RandomFaults } from './faults-random';

/** A request as the fault switch and the meter see it. */
export interface RequestInfo {
  action: string;
  collection: string | undefined;
  /** `write`: changes documents (also a commit); `read`: only looks; `other`: functions, files, open API. */
  kind: 'read' | 'write' | 'other';
  invocationId: string;
  /** When the SDK made the request, in real epoch ms (header x-client-timestamp). */
  madeAtMs?: number;
}

/**
 * What goes wrong with one request:
 * drop: it is never executed, the connection breaks · lose: executed, the answer is lost · delay: answered `ms` late ·
 * duplicate: executed twice, answered once (with the first answer unless `answer` says second) ·
 * late: the connection breaks now, it is executed `ms` later (or at `runLate()`, when `ms` is absent) ·
 * crashBefore / crashAfter: the invoking function is killed before / after it is executed.
 */
export type FaultAct =
  | { kind: 'drop' | 'lose' | 'crashBefore' | 'crashAfter' }
  | { kind: 'delay'; ms: number }
  | { kind: 'duplicate'; answer?: 'first' | 'second' }
  | { kind: 'late'; ms?: number };

export interface FaultRule {
  /** All given fields must fit. Writes are counted from 1, over everything (`nthWrite`) or within their invocation. */
  when: {
    action?: string;
    collection?: string;
    kind?: RequestInfo['kind'];
    invocationId?: string;
    nthWrite?: number;
    nthWriteOfInvocation?: number;
  };
  do: FaultAct;
  /** How many requests it strikes; 1 by default. */
  times?: number;
}

export interface FiredFault {
  act: FaultAct;
  request: RequestInfo;
  /** Number of the write, 0 for another request. */
  write: number;
}

/** No answer at all: the caller's connection is to be cut, which the SDK reports as errCode -501001. */
export const SILENCE = Symbol('no answer');

/** Breaks requests on purpose, by rule or by seed. The same requests in the same order meet the same faults. */
export class Faults {
  /** Every fault that struck, in order. */
  readonly fired: FiredFault[] = [];
  /** Kills the worker that runs an invocation; set by whoever runs the workers. */
  onCrash: (invocationId: string) => void = () => undefined;
  private rules: (FaultRule & { left: number })[] = [];
  private draw: ((request: RequestInfo) => FaultAct | undefined) | undefined;
  private writes = 0;
  private readonly writesOf = new Map<string, number>();
  private waiting: (() => void)[] = [];
  private readonly running = new Set<Promise<void>>();

  /** Adds rules; the first that fits a request strikes it. */
  set(...rules: FaultRule[]): void {
    for (const rule of rules) this.rules.push({ ...rule, left: rule.times ?? 1 });
  }

  /** Strikes at random from now on, repeatably by seed. */
  random(options: RandomFaults): void {
    this.draw = drawing(options);
  }

  /** No rules, no chance, and the count of writes begins anew. */
  clear(): void {
    this.rules = [];
    this.draw = undefined;
    this.writes = 0;
    this.writesOf.clear();
    this.fired.length = 0;
  }

  get isQuiet(): boolean {
    return this.rules.length === 0 && this.draw === undefined;
  }

  /** Executes the requests that are late and wait to be told. */
  async runLate(): Promise<void> {
    for (const go of this.waiting.splice(0)) go();
    await this.settle();
  }

  /** Waits until no late request is under way (those that wait to be told are not). */
  async settle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Runs a request under whatever fault it meets. */
  async around<T>(request: RequestInfo, execute: () => Promise<T>): Promise<T | typeof SILENCE> {
    const write = this.count(request);
    const act = this.actFor(request, write);
    if (!act) return execute();
    this.fired.push({ act, request, write });
    return this.strike(act, request, execute);
  }

  private async strike<T>(
    act: FaultAct,
    { invocationId }: RequestInfo,
    execute: () => Promise<T>,
  ): Promise<T | typeof SILENCE> {
    switch (act.kind) {
      case 'drop':
        return SILENCE;
      case 'lose':
        await execute();
        return SILENCE;
      case 'delay':
        await sleep(act.ms);
        return execute();
      case 'duplicate': {
        const [first, second] = [await execute(), await execute()];
        return act.answer === 'second' ? second : first;
      }
      case 'late':
        this.later(act.ms, execute);
        return SILENCE;
      case 'crashBefore':
        this.onCrash(invocationId);
        return SILENCE;
      case 'crashAfter':
        await execute();
        this.onCrash(invocationId);
        return SILENCE;
    }
  }

  private later(ms: number | undefined, execute: () => Promise<unknown>): void {
    const run = (): void => {
      const done: Promise<void> = execute()
        .then(
          () => undefined,
          () => undefined,
        )
        .finally(() => this.running.delete(done));
      this.running.add(done);
    };
    if (ms === undefined) {
      this.waiting.push(run);
      return;
    }
    const wait = sleep(ms).then(() => {
      this.running.delete(wait);
      run();
    });
    this.running.add(wait);
  }

  private count({ kind, invocationId }: RequestInfo): number {
    if (kind !== 'write') return 0;
    this.writesOf.set(invocationId, (this.writesOf.get(invocationId) ?? 0) + 1);
    return ++this.writes;
  }

  private actFor(request: RequestInfo, write: number): FaultAct | undefined {
    const ofInvocation = write === 0 ? 0 : (this.writesOf.get(request.invocationId) ?? 0);
    const rule = this.rules.find(({ when, left }) => left > 0 && fits(when, request, write, ofInvocation));
    if (!rule) return this.draw?.(request);
    rule.left--;
    return rule.do;
  }
}

function fits(when: FaultRule['when'], request: RequestInfo, write: number, ofInvocation: number): boolean {
  return (
    (when.action === undefined || when.action === request.action) &&
    (when.collection === undefined || when.collection === request.collection) &&
    (when.kind === undefined || when.kind === request.kind) &&
    (when.invocationId === undefined || when.invocationId === request.invocationId) &&
    (when.nthWrite === undefined || when.nthWrite === write) &&
    (when.nthWriteOfInvocation === undefined || when.nthWriteOfInvocation === ofInvocation)
  );
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
