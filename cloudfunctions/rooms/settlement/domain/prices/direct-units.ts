import { costOfSets, partsInSets, type Sets, setsOf, unitsOutside, waysToFill } from './direct-bundles';
import { Assignment } from './nth-assignment';
import { partsAssigned, trueCost } from './nth-outcome';
import { type Setting, settingsOf } from './nth-settings';
import { takesSets, type Ways, waysOf } from './nth-ways';
import type { Cost } from './preference';
import type { Part } from './problem';
import { preferencesIn, type Tied } from './tied';

/** More trials than this are left to the search: where several nth offers meet, few of them come out. */
const MOST_TRIALS = 100;

/** Sets that are filled, the units by line that they leave, and a setting of each group. */
interface Trial {
  readonly counts: readonly number[];
  readonly units: readonly number[];
  readonly settings: readonly Setting[];
}

/**
 * Nth offers, sets and at most one limit together. Once it is said how many units each group reduces and which is
 * the last of them, the best is found unit by unit, and no choice with that setting costs less. All settings are tried.
 * Where the lowest really comes out at what it says, it is the best of all. Null: it does not, or there are too many.
 */
export function unitByUnit(tied: Tied, limit: number | undefined): readonly Part[] | null {
  if (takesSets(tied)) return null;
  const preferences = preferencesIn(tied);
  const sets = setsOf(tied, preferences);
  const ways = waysOf(tied, limit, preferences);
  const trials = trialsOf(tied, ways, sets);
  if (!trials) return null;
  const assignment = new Assignment(ways, limit === undefined ? 0 : (tied.problem.prices[limit]?.maxUnits ?? 0));
  const { lowest, equal } = lowestOf(trials, sets, assignment);
  for (const { counts, units, settings } of equal) {
    assignment.find(units, settings);
    const cost = trueCost(assignment, units, ways, costOfSets(sets, counts));
    if (cost.fen === lowest.fen && cost.preference === lowest.preference)
      return [...partsInSets(sets, counts), ...partsAssigned(assignment, units, ways)];
  }
  return null;
}

/** Null: there are too many. */
function trialsOf({ problem, component }: Tied, ways: Ways, sets: readonly Sets[]): Trial[] | null {
  const trials: Trial[] = [];
  if (ways.groups.some(({ every, reduced }) => reduced > every)) return null;
  const filled = waysToFill(sets, problem, MOST_TRIALS);
  if (!filled) return null;
  for (const counts of filled) {
    const units = unitsOutside(problem, component.lines, sets, counts);
    const settings = product(settingsOf(ways, units), MOST_TRIALS - trials.length);
    if (!settings) return null;
    for (const one of settings) trials.push({ counts, units, settings: one });
  }
  return trials;
}

/** One of each list, in every way; null: more than `most`. */
function product<T>(lists: readonly (readonly T[])[], most: number): (readonly T[])[] | null {
  let size = 1;
  for (const list of lists) size *= list.length;
  if (size > most) return null;
  let all: (readonly T[])[] = [[]];
  for (const list of lists) all = all.flatMap((before) => list.map((one) => [...before, one]));
  return all;
}

function lowestOf(
  trials: readonly Trial[],
  sets: readonly Sets[],
  assignment: Assignment,
): { readonly lowest: Cost; readonly equal: readonly Trial[] } {
  let lowest: Cost = { fen: Number.POSITIVE_INFINITY, preference: 0 };
  let equal: Trial[] = [];
  for (const trial of trials) {
    assignment.find(trial.units, trial.settings);
    const own = costOfSets(sets, trial.counts);
    const cost = { fen: own.fen + assignment.fen, preference: own.preference + assignment.preference };
    const order = cost.fen - lowest.fen || cost.preference - lowest.preference;
    if (order > 0) continue;
    if (order < 0) equal = [];
    lowest = cost;
    equal.push(trial);
  }
  return { lowest, equal };
}
