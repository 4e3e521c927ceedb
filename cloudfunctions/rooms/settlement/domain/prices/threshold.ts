import type { Domain } from './domain';
import type { Group } from './market';

/** What units of a group are worth at most, and what the group is worth besides. */
export interface GroupWorths {
  /** By place. */
  readonly ofPlace: Float64Array;
  readonly fixed: number;
}

/**
 * With the threshold and the number reduced both known, all but that number × saves(t) is a sum over the units before the
 * threshold; else each unit has its share, and units that surely fill no `every` are taken off again.
 */
export function groupWorths(group: Group, index: number, { from, to, fewest, most }: Domain): GroupWorths {
  const { order, savesFen, every, reduced } = group;
  const [first, last] = [from[index] ?? 0, to[index] ?? 0];
  const [few, many] = [fewest[index] ?? 0, most[index] ?? 0];
  const full = Math.floor(few / every);
  const savesAt = savesFen[order[first] ?? -1] ?? 0;
  if (first !== last || full !== Math.floor(many / every) || reduced > every)
    return { ofPlace: worthsWithin(group, first, last), fixed: -leastFine(group, index, { from, to, fewest, most }) };
  const ofPlace = new Float64Array(order.length);
  for (let place = 0; place < first; place += 1) ofPlace[place] = (savesFen[order[place] ?? -1] ?? 0) - savesAt;
  return { ofPlace, fixed: full * reduced * savesAt };
}

type Interval = Pick<Domain, 'from' | 'to' | 'fewest' | 'most'>;

/** What the shares promise at least for units that fill no `every`. */
function leastFine(group: Group, index: number, { from, to, fewest, most }: Interval): number {
  const { order, savesFen, every, reduced } = group;
  const [few, many] = [fewest[index] ?? 0, most[index] ?? 0];
  const left = few % every;
  if (left === 0 || many - few >= every - left || reduced > every) return 0;
  const saves = order.slice(from[index] ?? 0, (to[index] ?? 0) + 1).map((tag) => savesFen[tag] ?? 0);
  return (left * reduced * Math.min(...saves)) / every;
}

/**
 * Of a group the units before a *threshold*, a place in its order, are reduced, and those after it are not. With the
 * threshold t and n units of the group its saving is R × saves(t) + Σ (saves(u) − saves(t)) over the units u before it,
 * R ≤ n × reduced / every: a sum over units. So with the threshold known, or within an interval, each unit has a worth of
 * its own, and the sum of worths is never below what the group saves.
 *
 * Returns the worth by place, the threshold in [from, to].
 */
function worthsWithin(group: Group, from: number, to: number): Float64Array {
  const { order, savesFen } = group;
  const share = Math.min(1, group.reduced / group.every);
  const worths = new Float64Array(order.length);
  const savesAt = (place: number) => savesFen[order[place] ?? -1] ?? 0;
  // Units not before the threshold: share × saves(t), the highest t up to the unit's own place.
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < order.length; place += 1) {
    if (place >= from && place <= to) highest = Math.max(highest, savesAt(place));
    worths[place] = highest * share;
  }
  // Units before it: saves(u) − (1 − share) × saves(t), the lowest t after the unit.
  let lowest = Number.POSITIVE_INFINITY;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    if (place < to) {
      const before = savesAt(place) - (1 - share) * lowest;
      worths[place] = Math.max(worths[place] ?? Number.NEGATIVE_INFINITY, before);
    }
    if (place >= from && place <= to) lowest = Math.min(lowest, savesAt(place));
  }
  return worths;
}
