import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runMany } from './run-many';

/** Schedules of rooms whose flows are their own: referrals, draws, events. */
const OF_ROOMS = 'cloudfunctions/rooms/.*(schedules|flows).test';

/** True: every one of them keeps its rules. */
function runRooms(seed: number, schedules: number): boolean {
  const env = { ...process.env, LINLI_SEED: String(seed), LINLI_SCHEDULES: String(schedules) };
  const jest = [require.resolve('jest/bin/jest'), OF_ROOMS, '--selectProjects', 'unit'];
  return spawnSync(process.execPath, jest, { env, stdio: 'inherit' }).status === 0;
}

/**
 * `npm run simulate -- --schedules N --seed S`: as many random schedules as one likes, from a seed on, of the whole shop; with
 * `--rooms` then as many of each room that has schedules of its own.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { schedules: { type: 'string' }, seed: { type: 'string' }, rooms: { type: 'boolean' } },
  });
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
  const areRoomsSound = !values.rooms || runRooms(seed, schedules);
  process.exitCode = violating.length === 0 && areRoomsSound ? 0 : 1;
}

void main();
