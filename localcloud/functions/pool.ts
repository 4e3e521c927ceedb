import { FunctionFailure } from './errors';
import type { RunMessage } from './protocol';
import { FunctionWorker, type RunOptions } from './worker';

/** Calls nested deeper or wider than this are a loop of functions calling each other, not a design. */
const MAX_OVERFLOW_WORKERS = 16;
/** A spare worker of a nested call stays warm this long. */
const OVERFLOW_IDLE_MS = 30_000;

export interface Job extends RunOptions {
  id: string;
  /** The caller waits inside another function and holds its worker: waiting for a free one could last for ever. */
  nested: boolean;
  message: Omit<RunMessage, 'kind'>;
}

interface Waiting {
  job: Job;
  resolve(resultJson: string): void;
  reject(failure: Error): void;
}

/** Regular workers serve calls from outside, in order of arrival; nested calls may take overflow workers besides. */
export class WorkerPool {
  private readonly regular: (FunctionWorker | undefined)[];
  private readonly overflow = new Set<FunctionWorker>();
  private readonly running = new Map<string, FunctionWorker>();
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(
    size: number,
    private readonly onForeignTimezone: (offsetMinutes: number) => void,
  ) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`a pool needs at least one worker, not ${size}`);
    this.regular = Array.from({ length: size });
    for (let place = 0; place < size; place++) this.hire(place);
  }

  run(job: Job): Promise<string> {
    if (this.closed) return Promise.reject(new FunctionFailure('killed', 'the local cloud has stopped'));
    const worker = this.idleRegular() ?? (job.nested ? this.overflowWorker() : undefined);
    if (worker !== undefined) return this.start(worker, job);
    if (job.nested) return Promise.reject(new FunctionFailure('tooManyNested', 'too many nested function calls'));
    return new Promise((resolve, reject) => this.waiting.push({ job, resolve, reject }));
  }

  /** Kills the worker that runs this job. False when it no longer runs. */
  kill(jobId: string, failure: Error): boolean {
    const worker = this.running.get(jobId);
    worker?.kill(failure);
    return worker !== undefined;
  }

  get size(): { regular: number; overflow: number; waiting: number } {
    return { regular: this.regular.length, overflow: this.overflow.size, waiting: this.waiting.length };
  }

  async close(): Promise<void> {
    this.closed = true;
    const stopping = new FunctionFailure('killed', 'the local cloud is stopping');
    for (const waiting of this.waiting.splice(0)) waiting.reject(stopping);
    const workers = [...this.regular, ...this.overflow].filter((worker) => worker !== undefined);
    await Promise.all(workers.map((worker) => worker.close()));
  }

  private async start(worker: FunctionWorker, job: Job): Promise<string> {
    this.running.set(job.id, worker);
    try {
      return await worker.run(job.message, job);
    } finally {
      this.running.delete(job.id);
      this.serveNext();
    }
  }

  private serveNext(): void {
    const worker = this.waiting.length > 0 ? this.idleRegular() : undefined;
    const next = worker === undefined ? undefined : this.waiting.shift();
    if (worker !== undefined && next !== undefined) this.start(worker, next.job).then(next.resolve, next.reject);
  }

  private idleRegular(): FunctionWorker | undefined {
    return this.regular.find((worker) => worker?.idle);
  }

  private hire(place: number): void {
    this.regular[place] = new FunctionWorker(() => {
      if (this.closed) return;
      this.hire(place);
      this.serveNext();
    }, this.onForeignTimezone);
  }

  private overflowWorker(): FunctionWorker | undefined {
    for (const worker of this.overflow) if (worker.idle) return worker;
    if (this.overflow.size >= MAX_OVERFLOW_WORKERS) return undefined;
    const worker: FunctionWorker = new FunctionWorker(() => this.overflow.delete(worker), this.onForeignTimezone);
    this.overflow.add(worker);
    this.retireWhenIdle(worker);
    return worker;
  }

  private retireWhenIdle(worker: FunctionWorker): void {
    const timer = setInterval(() => {
      if (!this.overflow.has(worker)) clearInterval(timer);
      else if (worker.idle) void worker.close();
    }, OVERFLOW_IDLE_MS);
    timer.unref();
  }
}
