import { runMany } from './run-many';

/** issue 2: at each push. More: `npm run simulate -- --schedules N --seed S`. */
const SCHEDULES = Number(process.env.LINLI_SCHEDULES ?? 2_000);
/** A new seed each time, so that each push looks where none has looked; `LINLI_SEED` replays. */
const SEED = Number(process.env.LINLI_SEED ?? Date.now() % 1_000_000_000);

test(`${SCHEDULES} random schedules of crashes, lost and late requests from LINLI_SEED=${SEED} keep every invariant`, async () => {
  const { violating, counts } = await runMany(SEED, SCHEDULES);
  console.info(`LINLI_SEED=${SEED}: ${SCHEDULES} schedules ${JSON.stringify(counts)}`);
  expect(violating.map(({ seed, violations }) => ({ LINLI_SEED: seed, violations }))).toEqual([]);
  // Schedules in which nothing happened would keep every invariant too.
  for (const state of ['received', 'cancelled', 'closed', 'aborted', 'spins', 'crashes', 'late', 'lost'])
    expect([state, (counts[state] ?? 0) > SCHEDULES / 10]).toEqual([state, true]);
}, 900_000);
