import { BROKEN_RULES } from './broken-rules';
import { runSchedule } from './schedule';
import { RULES_INSIDE } from './spies';

/** The test of the test: each rule of the protocol is switched off once, and the schedules must find it out. */
const MOST_SCHEDULES = 1_000;

describe.each([...BROKEN_RULES, ...RULES_INSIDE])('without "$rule"', ({ rule, sabotage, foundBy = /./ }) => {
  test(`a violation is found within ${MOST_SCHEDULES} schedules`, async () => {
    let found: readonly string[] = [];
    let seed = 1;
    for (; found.length === 0 && seed <= MOST_SCHEDULES; seed += 1)
      found = (await runSchedule(seed, sabotage)).violations.filter((violation) => foundBy.test(violation));
    console.info(`${rule}: seed ${seed - 1}: ${found[0]}`);
    expect(found.length).toBeGreaterThan(0);
  }, 300_000);
});
