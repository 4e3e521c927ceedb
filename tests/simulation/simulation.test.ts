import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { treeSeed } from '../support/tree-seed';

/** At each push. More: `npm run simulate -- --schedules N --seed S`. */
const SCHEDULES = Number(process.env.LINLI_SCHEDULES ?? 2_000);
const SEED = treeSeed();

const CLI = join(__dirname, 'cli.ts');

/** In a process of its own: inside Jest's sandbox the same schedules take several times as long. */
async function simulate(): Promise<{ readonly code: number; readonly said: string }> {
  const args = ['--import', 'tsx', CLI, '--schedules', String(SCHEDULES), '--seed', String(SEED)];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(__dirname, '..', '..') });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? 1, said: `${stdout}${stderr}` };
  }
}

/** The line of sums: `142.0 s {"received":621, …}`. */
function countsIn(said: string): { readonly [what: string]: number } {
  const sums = /^[\d.]+ s (\{.*\})$/m.exec(said)?.[1];
  return sums === undefined ? {} : (JSON.parse(sums) as { [what: string]: number });
}

test(`${SCHEDULES} random schedules of crashes, lost and late requests from LINLI_SEED=${SEED} keep every invariant`, async () => {
  const { code, said } = await simulate();
  console.info(said);
  expect([code, /no violation/.test(said)]).toEqual([0, true]);
  // Schedules in which nothing happened would keep every invariant too.
  const counts = countsIn(said);
  for (const state of ['received', 'cancelled', 'closed', 'aborted', 'spins', 'crashes', 'late', 'lost'])
    expect([state, (counts[state] ?? 0) > SCHEDULES / 10]).toEqual([state, true]);
  expect((counts.nights ?? 0) > SCHEDULES * 4).toBe(true);
  expect((counts['prizes revoked'] ?? 0) > SCHEDULES / 200).toBe(true);
  for (const refund of [
    'cancel succeeded',
    'lines succeeded',
    'after-sales succeeded',
    'wholly refunded',
    'gifts owed back',
  ])
    expect([refund, (counts[refund] ?? 0) > SCHEDULES / 100]).toEqual([refund, true]);
  const exchanges = ['exchange done', 'exchange refunded', 'exchange withdrawn', 'exchange declined'];
  const ended = exchanges.map((exchange) => counts[exchange] ?? 0);
  expect(ended).not.toContain(0);
  expect(ended.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(SCHEDULES / 100);
}, 900_000);
