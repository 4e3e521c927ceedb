import { availableParallelism } from 'node:os';
import { buildStale } from './build';
import { provideChromium } from './chromium';
import { type Counts, runJest, sum } from './jest-run';

/**
 * What runs beside each other and what runs alone: measurements, races and the browser are only worth something when
 * nothing else takes their processor.
 */
const TOGETHER = ['unit', 'built', 'weapp', 'simulation'];
const ALONE = ['wire', 'races', 'journeys'];

/** `npm test`, or `npm test -- <anything Jest understands>`. */
async function main(args: string[]): Promise<Counts> {
  process.env.LINLI_CHROMIUM = provideChromium();
  await buildStale();
  if (args.length > 0) return runJest({ name: 'chosen', args, filtered: true });
  const workers = Math.max(2, availableParallelism() - 1);
  const together = await runJest({
    name: 'together',
    args: [`--maxWorkers=${workers}`, '--selectProjects', ...TOGETHER],
  });
  const alone = await runJest({ name: 'alone', args: ['--maxWorkers=1', '--selectProjects', ...ALONE] });
  return sum(together, alone);
}

function finish({ passed, failed }: Counts): void {
  const ranNothing = passed + failed === 0;
  if (ranNothing) console.error('no test ran');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || ranNothing ? 1 : 0;
}

main(process.argv.slice(2)).then(finish, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  finish({ passed: 0, failed: 1 });
});
