import type { Fen } from '../../../../kernel/fen';
import type { WayGroup, Ways } from './nth-ways';

/** How many units a group reduces, and which is the last of them. */
export interface Setting {
  readonly reducedUnits: number;
  /** Place of the last reduced unit; -1: none is reduced. */
  readonly threshold: number;
  /** What a unit there saves. */
  readonly savesFen: Fen;
}

const NONE: Setting = { reducedUnits: 0, threshold: -1, savesFen: 0 };

/** Every setting of each group that these units (by place in the component's lines) may come to, and maybe a few more. */
export function settingsOf(ways: Ways, units: readonly number[]): Setting[][] {
  return ways.groups.map((group, g) => settingsOfGroup(ways, group, g, units));
}

function settingsOfGroup(ways: Ways, group: WayGroup, g: number, units: readonly number[]): Setting[] {
  const { every, reduced } = group;
  const settings: Setting[] = [];
  // By place: units that may be there or before, and units that cannot but be there or before.
  const may = reachedBy(ways, g, units, false);
  const must = reachedBy(ways, g, units, true);
  const last = group.ways.length - 1;
  const [fewest, most] = [must[last] ?? 0, may[last] ?? 0];
  for (let full = Math.floor(fewest / every); full <= Math.floor(most / every); full += 1) {
    const reducedUnits = full * reduced;
    if (reducedUnits === 0) settings.push(NONE);
    for (const [threshold, { savesFen }] of group.ways.entries()) {
      const isIn = reducedUnits > (must[threshold - 1] ?? 0) && reducedUnits <= (may[threshold] ?? 0);
      if (reducedUnits > 0 && isIn) settings.push({ reducedUnits, threshold, savesFen });
    }
  }
  return settings;
}

/** By place in a group: units of lines of which some way, or every way, is there or before. */
function reachedBy(ways: Ways, g: number, units: readonly number[], isEvery: boolean): number[] {
  const reached = (ways.groups[g]?.ways ?? []).map(() => 0);
  for (let at = 0; at < units.length; at += 1) {
    let first = reached.length;
    let last = -1;
    let isOutside = false;
    for (const list of [ways.plain[at], ways.limited[at]]) {
      for (const { group, place } of list ?? []) {
        if (group !== g) isOutside = true;
        else [first, last] = [Math.min(first, place), Math.max(last, place)];
      }
    }
    const from = isEvery ? (isOutside || last < 0 ? reached.length : last) : first;
    for (let place = from; place < reached.length; place += 1)
      reached[place] = (reached[place] ?? 0) + (units[at] ?? 0);
  }
  return reached;
}
