import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { dist, fromRoot } from '../build/paths';
import { readBundles } from '../checks/function-bundles';

/**
 * How long a fresh process takes to load each bundled function, beside loading wx-server-sdk alone as it is installed:
 * what a resident waits for when no warm instance is free.
 */
const FUNCTIONS = path.join(dist, 'cloudfunctions');
const ROUNDS = 9;
/** A bundle holds the SDK and the shop; the SDK unbundled is the floor that others pay. */
export const MOST_TIMES_SDK = 1.3;

const LOAD = [
  'const start = performance.now();',
  'require(process.argv[1]);',
  'process.stdout.write(String(performance.now() - start));',
  // The SDK leaves agents and timers behind.
  'process.exit(0);',
].join('\n');

/** As in production: without these the SDK probes for metadata services. */
const ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TCB_ENV: 'cold-start',
  TZ: 'UTC',
};

export interface ColdStart {
  name: string;
  loadMs: number;
  /** Times the SDK's own load time. */
  ratio: number;
}

export function measureColdStarts(): { sdkMs: number; functions: ColdStart[] } {
  const files = new Map(readBundles(FUNCTIONS).map(({ name }) => [name, path.join(FUNCTIONS, name, 'index.js')]));
  const subjects: [string, string][] = [['wx-server-sdk', require.resolve('wx-server-sdk')], ...files];
  const timesMs = new Map<string, number[]>(subjects.map(([name]) => [name, []]));
  // Round by round, so that a slow moment of the machine touches all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, file] of subjects) timesMs.get(name)?.push(loadOnceMs(file));
  }
  const sdkMs = median(timesMs.get('wx-server-sdk') ?? []);
  const functions = [...files.keys()].map((name) => {
    const loadMs = median(timesMs.get(name) ?? []);
    return { name, loadMs, ratio: loadMs / sdkMs };
  });
  return { sdkMs, functions };
}

function loadOnceMs(file: string): number {
  const env = { ...process.env, ...ENVIRONMENT };
  return Number(execFileSync(process.execPath, ['-e', LOAD, file], { cwd: fromRoot(), env, encoding: 'utf8' }));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** True: every function loads within its limit. */
export function printColdStarts(): boolean {
  const { sdkMs, functions } = measureColdStarts();
  console.log(`wx-server-sdk alone          ${sdkMs.toFixed(0).padStart(5)} ms`);
  for (const { name, loadMs, ratio } of functions) {
    console.log(`function ${name.padEnd(20)}${loadMs.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)} times`);
  }
  const slow = functions.filter(({ ratio }) => ratio > MOST_TIMES_SDK);
  for (const { name } of slow)
    console.error(`function ${name} takes more than ${MOST_TIMES_SDK} times the SDK's load time`);
  return slow.length === 0 && functions.length > 0;
}

if (require.main === module) process.exitCode = printColdStarts() ? 0 : 1;
