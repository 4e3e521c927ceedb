import { type Trouble, walk } from './crash-path';
import type { Fate } from './scheduler';

const FATES: readonly Fate[] = ['crash-before', 'crash-after', 'lost', 'late'];
const PERSONS: readonly Trouble['person'][] = ['asks again', 'goes home'];
const NO_TROUBLE: Trouble = { atWrite: 0, fate: 'answer', person: 'asks again' };

test('claim → place → pay → receive → spin arrives without trouble', async () => {
  const { writes, arrived, violations } = await walk(NO_TROUBLE);
  expect({ arrived, violations }).toEqual({ arrived: true, violations: [] });
  expect(writes).toBeGreaterThan(20);
});

describe.each(FATES)('%s at every single write and call of the pay platform', (fate) => {
  test.each(PERSONS)(
    'who %s: every invariant holds after the recovery',
    async (person) => {
      const { writes } = await walk(NO_TROUBLE);
      const found: object[] = [];
      let arrived = 0;
      for (let atWrite = 1; atWrite <= writes; atWrite += 1) {
        const result = await walk({ atWrite, fate, person });
        if (result.violations.length > 0) found.push({ atWrite, violations: result.violations });
        arrived += result.arrived ? 1 : 0;
      }
      expect(found).toEqual([]);
      // One answer that is lost, or one dead function, keeps nobody who asks again from the prize.
      if (person === 'asks again') expect(arrived).toBe(writes);
    },
    120_000,
  );
});
