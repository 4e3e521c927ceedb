/**
 * Runs inside a worker thread, compiled at start and evaluated: it may import types and Node's own modules, nothing else.
 * One invocation at a time; process.env is the worker's own and is replaced wholly before each one.
 */
import { statSync } from 'node:fs';
import { format } from 'node:util';
import { parentPort } from 'node:worker_threads';
import type { LogLevel, RunMessage, WorkerMessage } from './protocol';

type Main = (event: unknown, context: unknown) => unknown;

const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread');
const tell = (message: WorkerMessage): void => port.postMessage(message);

const LEVELS: readonly LogLevel[] = ['log', 'info', 'warn', 'error', 'debug'];
for (const level of LEVELS) {
  console[level] = (...args: unknown[]) => tell({ kind: 'log', level, text: format(...args) });
}

/** Version of each loaded bundle, so that a rebuilt function is loaded anew without a restart. */
const loaded = new Map<string, string>();

function load(file: string): Main {
  const { mtimeMs, size } = statSync(file);
  const version = `${mtimeMs}:${size}`;
  if (loaded.get(file) !== version) delete require.cache[require.resolve(file)];
  const { main } = require(file) as { main?: unknown };
  if (typeof main !== 'function') throw new Error(`${file} exports no main`);
  loaded.set(file, version);
  return main as Main;
}

function replaceEnv(env: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

async function run(message: RunMessage): Promise<void> {
  replaceEnv(message.env);
  try {
    const main = load(message.file);
    const result = await main(JSON.parse(message.eventJson), message.context);
    tell({ kind: 'done', resultJson: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    tell({ kind: 'failed', ...describe(error) });
  }
}

/** SDK errors are plain objects with errCode and errMsg; other things may be thrown too. */
function describe(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) return { message: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
  const text = typeof error === 'object' ? (JSON.stringify(error) ?? String(error)) : String(error);
  return { message: text, stack: '' };
}

port.on('message', (message: RunMessage) => void run(message));
tell({ kind: 'ready', timezoneOffsetMinutes: new Date().getTimezoneOffset() });
