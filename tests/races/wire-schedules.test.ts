import { aHouse, PEOPLE } from '../simulation/house';
import { treeSeed } from '../support/tree-seed';
import { onTheWire, type WireHouse } from './support/wire-house';
import { wireSchedule } from './support/wire-street';

/** issue 2: at each push. */
const SCHEDULES = Number(process.env.LINLI_WIRE_SCHEDULES ?? 200);
/** Repeats the throws; what the machine does between them is its own. */
const SEED = treeSeed();

describe('the genuine SDK on the real wire', () => {
  let house: WireHouse;
  beforeAll(async () => {
    const size = { stock: { rice: 4, milk: 5, eggs: 3 }, budgetFen: 6_000, coupons: 2, prizes: 2 };
    house = await onTheWire(await aHouse(size), [...PEOPLE, 'sam']);
  }, 60_000);
  afterAll(() => house.stop());

  test(`${SCHEDULES} schedules from LINLI_SEED=${SEED}: requests lost, late, dropped and doubled, functions killed; every invariant holds`, async () => {
    const violating: object[] = [];
    const seen: { [what: string]: number } = {};
    for (let seed = SEED; seed < SEED + SCHEDULES; seed += 1) {
      const { violations, states, faults } = await wireSchedule(house, seed);
      if (violations.length > 0) violating.push({ LINLI_SEED: seed, violations });
      for (const state of states) seen[state] = (seen[state] ?? 0) + 1;
      for (const [kind, n] of Object.entries(faults)) seen[kind] = (seen[kind] ?? 0) + n;
    }
    console.info(`LINLI_SEED=${SEED}: ${SCHEDULES} schedules over the wire ${JSON.stringify(seen)}`);
    expect(violating).toEqual([]);
    for (const what of ['received', 'closed', 'lose', 'late', 'drop', 'duplicate'])
      expect([what, (seen[what] ?? 0) >= SCHEDULES / 10]).toEqual([what, true]);
  }, 900_000);
});
