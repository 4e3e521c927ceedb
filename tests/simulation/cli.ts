import { parseArgs } from 'node:util';
import { runMany } from './run-many';

/** `npm run simulate -- --schedules N --seed S`: as many random schedules as one likes, from a seed on. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { schedules: { type: 'string' }, seed: { type: 'string' } } });
  const schedules = Number(values.schedules ?? 2_000);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  console.log(`${schedules} schedules from seed ${seed}`);
  const startMs = performance.now();
  const { violating, counts } = await runMany(seed, schedules, (done) => {
    if (done % 200 === 0) console.log(`${done} of ${schedules}`);
  });
  console.log(`${((performance.now() - startMs) / 1000).toFixed(1)} s`, JSON.stringify(counts));
  for (const { seed: bad, violations } of violating) console.error(`seed ${bad}:`, violations);
  console.log(violating.length === 0 ? 'no violation' : `${violating.length} schedules with violations`);
  process.exitCode = violating.length === 0 ? 0 : 1;
}

void main();
