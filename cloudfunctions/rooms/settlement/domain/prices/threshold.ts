import type { Group } from './market';

/**
 * Of a group the units before a *threshold*, a place in its order, are reduced, and those after it are not. With the
 * threshold t and n units of the group its saving is R × saves(t) + Σ (saves(u) − saves(t)) over the units u before it,
 * R ≤ n × reduced / every: a sum over units. So with the threshold known, or within an interval, each unit has a worth of
 * its own, and the sum of worths is never below what the group saves.
 *
 * Returns the worth by tag, the threshold in [from, to].
 */
export function worthsWithin(group: Group, from: number, to: number): Float64Array {
  const { order, savesFen } = group;
  const share = Math.min(1, group.reduced / group.every);
  const worths = new Float64Array(savesFen.length);
  const savesAt = (place: number) => savesFen[order[place] ?? -1] ?? 0;
  // Units not before the threshold: share × saves(t), the highest t up to the unit's own place.
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < order.length; place += 1) {
    if (place >= from && place <= to) highest = Math.max(highest, savesAt(place));
    worths[order[place] ?? -1] = highest * share;
  }
  // Units before it: saves(u) − (1 − share) × saves(t), the lowest t after the unit.
  let lowest = Number.POSITIVE_INFINITY;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const tag = order[place] ?? -1;
    if (place < to) {
      const before = savesAt(place) - (1 - share) * lowest;
      worths[tag] = Math.max(worths[tag] ?? Number.NEGATIVE_INFINITY, before);
    }
    if (place >= from && place <= to) lowest = Math.min(lowest, savesAt(place));
  }
  return worths;
}
