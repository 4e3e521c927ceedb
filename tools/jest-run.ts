import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dist, root } from './build/paths';

export interface Counts {
  passed: number;
  failed: number;
}

export interface JestRun {
  /** Names the report file, so that two runs keep apart. */
  name: string;
  args: string[];
  /** The caller chose tests by name: those left out are not skipped tests. */
  filtered?: boolean;
}

/** The fields of Jest's --json report that count. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Jest writes its report when all is done; a process that lives on much longer holds something open. */
const LEFT_OPEN_MS = 20_000;

export const sum = (...all: Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** Runs Jest and counts: a suite that could not run, a skipped test and a process that does not end are failures. */
export async function runJest({ name, args, filtered = false }: JestRun): Promise<Counts> {
  const report = path.join(dist, '.test', `${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const flags = ['--json', `--outputFile=${report}`, '--passWithNoTests', ...(process.env.CI ? ['--ci'] : [])];
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  // The report goes to the file; on stdout Jest would repeat it whole.
  const child = spawn(process.execPath, [jest, ...flags, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { status, leftOpen } = await ended(child, report);
  if (!existsSync(report)) {
    console.error(`Jest ended with status ${status} and no report`);
    return { passed: 0, failed: 1 };
  }
  const counts = countsOf(JSON.parse(readFileSync(report, 'utf8')), filtered);
  if (leftOpen) console.error('Jest had to be stopped: a test left something open');
  const unexplained = counts.failed === 0 && (leftOpen || status !== 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

export function countsOf(report: JestReport, filtered: boolean): Counts {
  const skipped = filtered ? 0 : report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.error(`${skipped} skipped tests count as failed`);
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped };
}

function ended(child: ChildProcess, report: string): Promise<{ status: number | null; leftOpen: boolean }> {
  let leftOpen = false;
  let reportedAtMs: number | undefined;
  const watch = setInterval(() => {
    if (existsSync(report)) reportedAtMs ??= Date.now();
    if (reportedAtMs !== undefined && Date.now() - reportedAtMs > LEFT_OPEN_MS) {
      leftOpen = true;
      child.kill('SIGKILL');
    }
  }, 1000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ status, leftOpen });
    });
  });
}
