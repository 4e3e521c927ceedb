import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { type Act, MEASURED, type Measured } from './acts';
import { type Ground, openGround } from './ground';
import { roundTripsOf } from './round-trips';

/** Operations measured for each number of callers. */
const ACTS = { 1: 32, 32: 128 } as const;
/** As many functions run at once as the machine has processors, and two that wait for their answers. */
const WORKERS = 4;

/**
 * What residents do, over the wire: the bundled functions, the genuine SDK, the embedded cloud in the same process as
 * this bench. Prints round trips and operations per second; true: every target is met.
 */
export async function benchOperations(): Promise<boolean> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`);
  console.log('operation                  round trips (target)  requests   op/s: 1 caller   32 callers');
  const counting = await openGround({ workers: 1 });
  const timing = await openGround({ workers: WORKERS });
  await warmUp(timing);
  let areMet = true;
  try {
    for (const measured of MEASURED) {
      const { sequential, requests } = await roundTripsOf(counting, measured);
      const alone = await perSecond(timing, measured, 1);
      const together = await perSecond(timing, measured, 32);
      areMet &&= sequential <= measured.target;
      const trips = `${sequential} (≤ ${measured.target})`.padStart(20);
      const speeds = `${alone.toFixed(0).padStart(15)}${together.toFixed(0).padStart(13)}`;
      console.log(`${measured.name.padEnd(27)}${trips}${String(requests).padStart(10)}${speeds}`);
    }
  } finally {
    await counting.stop();
    await timing.stop();
  }
  return areMet;
}

/** Loads the functions into every worker. */
async function warmUp(ground: Ground): Promise<void> {
  const home = MEASURED.find(({ name }) => name === 'home');
  if (home) await perSecond(ground, home, 32);
}

/** All acts are prepared first; then each caller does one after the other. */
async function perSecond(ground: Ground, { prepare }: Measured, callers: keyof typeof ACTS): Promise<number> {
  const acts: Act[] = [];
  for (let n = 0; n < ACTS[callers]; n += 1) acts.push(await prepare(ground));
  const waiting = [...acts];
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let act = waiting.pop(); act; act = waiting.pop()) await act();
    }),
  );
  return acts.length / ((performance.now() - startMs) / 1_000);
}

async function main(): Promise<void> {
  process.exitCode = (await benchOperations()) ? 0 : 1;
}

if (require.main === module) void main();
