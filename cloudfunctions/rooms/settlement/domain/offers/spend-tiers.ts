import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { Ladder, ReductionOfferKind, Rung } from './kind';

const MAX_THRESHOLD_FEN = 100 * MAX_UNIT_PRICE_FEN;

/** 满减: a reduction from a spend on. */
const parameters = {
  group: { type: 'group' },
  /** Best reached of several tiers, or one that counts for each full threshold. */
  reach: {
    type: 'variant',
    of: {
      best: {
        tiers: {
          type: 'list',
          min: 1,
          max: 8,
          of: {
            thresholdFen: { type: 'fen', min: 1, max: MAX_THRESHOLD_FEN },
            off: {
              type: 'variant',
              of: {
                fixed: { offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN } },
                /** A percentage needs a cap: budgets reckon with the worst case. */
                percentage: {
                  payRateBps: { type: 'bps', min: 0, max: 9999 },
                  capFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
                },
              },
            },
          },
        },
      },
      each: {
        eachFullFen: { type: 'fen', min: 1, max: MAX_THRESHOLD_FEN },
        offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
        capFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
      },
    },
  },
} as const satisfies ParameterSet;

type SpendTiers = ParametersOf<typeof parameters>;
type Best = Extract<SpendTiers['reach'], { form: 'best' }>;
type Each = Extract<SpendTiers['reach'], { form: 'each' }>;

/** Tiers by ascending threshold. */
function rungsOf({ tiers }: Best): Rung[] {
  return [...tiers]
    .sort((a, b) => a.thresholdFen - b.thresholdFen)
    .map(({ thresholdFen, off }) => ({ thresholdFen, terms: off }));
}

function bestLadder(rungs: readonly Rung[], baseFen: number): Ladder {
  let reached = 0;
  while (reached < rungs.length && (rungs[reached]?.thresholdFen ?? 0) <= baseFen) reached += 1;
  return { reached: rungs.slice(0, reached), next: rungs[reached] ?? null };
}

/** min(floor(B / X) × reduction, cap). */
function eachLadder({ eachFullFen, offFen, capFen }: Each, baseFen: number): Ladder {
  const times = Math.floor(baseFen / eachFullFen);
  const rungAt = (n: number): Rung => ({
    thresholdFen: n * eachFullFen,
    terms: { form: 'fixed', offFen: Math.min(n * offFen, capFen) },
  });
  return { reached: times > 0 ? [rungAt(times)] : [], next: times * offFen < capFen ? rungAt(times + 1) : null };
}

function readyLadder({ reach }: SpendTiers): (baseFen: number) => Ladder {
  if (reach.form === 'each') return (baseFen) => eachLadder(reach, baseFen);
  const rungs = rungsOf(reach);
  return (baseFen) => bestLadder(rungs, baseFen);
}

export const spendTiers = {
  lane: 'spend-tier',
  look: { tone: 'save', onCard: true },
  parameters,
  problems({ reach }) {
    if (reach.form !== 'best') return [];
    const seen = new Set<number>();
    return reach.tiers.flatMap(({ thresholdFen }, i) => {
      if (!seen.has(thresholdFen)) {
        seen.add(thresholdFen);
        return [];
      }
      return [{ field: `reach.tiers.${i}.thresholdFen`, problem: 'RULE' as const }];
    });
  },
  group: ({ group }) => group,
  ladder: (terms, baseFen) => readyLadder(terms)(baseFen),
  ladderOf: readyLadder,
} as const satisfies ReductionOfferKind<SpendTiers>;
