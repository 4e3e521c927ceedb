/** What the pool and a worker say to each other. Type-only: the worker's own file may import nothing at run time. */
export interface RunMessage {
  kind: 'run';
  /** Absolute path of the function's index.js. */
  file: string;
  eventJson: string;
  context: Record<string, unknown>;
  env: Record<string, string>;
}

export type WorkerMessage =
  | { kind: 'ready'; timezoneOffsetMinutes: number }
  | { kind: 'log'; level: LogLevel; text: string }
  | { kind: 'done'; resultJson: string }
  | { kind: 'failed'; message: string; stack: string };

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';
