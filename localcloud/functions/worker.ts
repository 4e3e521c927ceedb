import { Worker } from 'node:worker_threads';
import { FunctionFailure } from './errors';
import type { LogLevel, RunMessage, WorkerMessage } from './protocol';
import { workerSource } from './worker-source';

/** Memory of a function on the platform's standard plan; over it the worker dies, as the instance does there. */
const MEMORY_MB = 256;

export interface RunOptions {
  timeoutMs: number;
  onLog(level: LogLevel, text: string): void;
}

interface Current {
  options: RunOptions;
  timer: NodeJS.Timeout;
  resolve(resultJson: string): void;
  reject(failure: Error): void;
}

/** One worker thread. Runs one invocation at a time; a loop, a crash or too much memory ends this thread alone. */
export class FunctionWorker {
  private readonly thread: Worker;
  private current: Current | undefined;
  private alive = true;
  private lastUncaught: Error | undefined;

  constructor(
    private readonly onExit: () => void,
    private readonly onForeignTimezone: (offsetMinutes: number) => void,
  ) {
    this.thread = new Worker(workerSource(), {
      eval: true,
      // The parent's loaders (tsx, Jest) and environment are not the function's.
      execArgv: [],
      env: { TZ: 'UTC' },
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.thread.on('message', (message: WorkerMessage) => this.receive(message));
    this.thread.on('error', (error) => {
      this.lastUncaught = error as Error;
    });
    this.thread.on('exit', () => this.ended());
    this.thread.stdout.on('data', (chunk: Buffer) => this.current?.options.onLog('log', chunk.toString().trimEnd()));
    this.thread.stderr.on('data', (chunk: Buffer) => this.current?.options.onLog('error', chunk.toString().trimEnd()));
  }

  get idle(): boolean {
    return this.alive && this.current === undefined;
  }

  /** @returns what main returned, as JSON text. @throws FunctionFailure for a throw, a time-out, a kill or a crash. */
  run(message: Omit<RunMessage, 'kind'>, options: RunOptions): Promise<string> {
    if (!this.idle) throw new Error('the worker is busy or dead');
    return new Promise((resolve, reject) => {
      const seconds = options.timeoutMs / 1000;
      const timer = setTimeout(
        () => this.kill(new FunctionFailure('timeout', `Invoking task timed out after ${seconds} seconds`)),
        options.timeoutMs,
      );
      this.current = { options, timer, resolve, reject };
      const run: RunMessage = { kind: 'run', ...message };
      this.thread.postMessage(run);
    });
  }

  /** Ends the thread at once, even in an endless loop; a running invocation fails with `failure`. */
  kill(failure: Error): void {
    this.alive = false;
    this.settle((current) => current.reject(failure));
    void this.thread.terminate();
  }

  async close(): Promise<void> {
    this.alive = false;
    this.settle((current) => current.reject(new FunctionFailure('killed', 'the local cloud is stopping')));
    await this.thread.terminate();
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      if (message.timezoneOffsetMinutes !== 0) this.onForeignTimezone(message.timezoneOffsetMinutes);
    } else if (message.kind === 'log') this.current?.options.onLog(message.level, message.text);
    else if (message.kind === 'done') this.settle((current) => current.resolve(message.resultJson));
    else {
      this.current?.options.onLog('error', message.stack || message.message);
      this.settle((current) => current.reject(new FunctionFailure('executeFail', message.message)));
    }
  }

  private ended(): void {
    this.alive = false;
    const cause = this.lastUncaught?.message ?? 'the process exited';
    this.settle((current) => {
      current.options.onLog('error', this.lastUncaught?.stack ?? cause);
      current.reject(new FunctionFailure('executeFail', `Runtime exited: ${cause}`));
    });
    this.onExit();
  }

  private settle(answer: (current: Current) => void): void {
    const current = this.current;
    if (current === undefined) return;
    this.current = undefined;
    clearTimeout(current.timer);
    answer(current);
  }
}
