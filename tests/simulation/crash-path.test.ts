import { backAgain, type Trouble, toThePrize, type Walk, type Way, walk } from './crash-path';
import { refundedInParts } from './refund-path';
import { oneEffectForAll } from './sabotage-effects';
import type { Fate } from './scheduler';
import type { Sabotage } from './stage';

const FATES: readonly Fate[] = ['crash-before', 'crash-after', 'lost', 'late'];
const PERSONS: readonly Trouble['person'][] = ['asks again', 'goes home'];
const NO_TROUBLE: Trouble = { atWrite: 0, fate: 'answer', person: 'asks again' };

const WAYS: readonly { name: string; way: Way; least: number }[] = [
  { name: 'claim → place → pay → receive → spin', way: toThePrize, least: 25 },
  { name: 'cancel of a paid order', way: backAgain, least: 5 },
  { name: 'refunds before dispatch and after receipt, in parts', way: refundedInParts, least: 15 },
];

/** The way with trouble at each of its writes in turn. */
async function everyTrouble(
  way: Way,
  trouble: Omit<Trouble, 'atWrite'>,
  sabotage?: Sabotage,
): Promise<(Walk & { atWrite: number })[]> {
  const { writes } = await walk(way, NO_TROUBLE, sabotage);
  const walks: (Walk & { atWrite: number })[] = [];
  for (let atWrite = 1; atWrite <= writes; atWrite += 1)
    walks.push({ ...(await walk(way, { ...trouble, atWrite }, sabotage)), atWrite });
  return walks;
}

const violating = (walks: readonly (Walk & { atWrite: number })[]) =>
  walks.flatMap(({ atWrite, violations }) => (violations.length > 0 ? [{ atWrite, violations }] : []));

describe.each(WAYS)('$name', ({ way, least }) => {
  test(`arrives without trouble, with at least ${least} writes`, async () => {
    const { writes, arrived, violations } = await walk(way, NO_TROUBLE);
    expect({ arrived, violations }).toEqual({ arrived: true, violations: [] });
    expect(writes).toBeGreaterThanOrEqual(least);
  });

  describe.each(FATES)('%s at every single write and call of the pay platform', (fate) => {
    test.each(PERSONS)(
      'who %s: every invariant holds after the recovery',
      async (person) => {
        const walks = await everyTrouble(way, { fate, person });
        expect(violating(walks)).toEqual([]);
        // One answer that is lost, or one dead function, keeps nobody who asks again from arriving.
        if (person === 'asks again') expect(walks.filter(({ arrived }) => !arrived)).toEqual([]);
      },
      120_000,
    );
  });
});

test('without "one effect = one target document, own at" a crash in the middle of a cancel gives units back twice', async () => {
  const walks = await everyTrouble(backAgain, { fate: 'crash-after', person: 'goes home' }, { db: oneEffectForAll });
  expect(violating(walks).length).toBeGreaterThan(0);
});
