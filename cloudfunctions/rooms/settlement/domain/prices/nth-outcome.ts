import type { Assignment } from './nth-assignment';
import type { Way, Ways } from './nth-ways';
import { reducedOf } from './outcome';
import type { Cost } from './preference';
import type { Part } from './problem';

/** Units that are bought one way, and how many of them are reduced. */
interface Bought {
  readonly way: Way;
  readonly units: number;
  reduced: number;
}

function boughtBy({ plain, limited, limitedUnits }: Assignment, units: readonly number[], { groups }: Ways): Bought[] {
  const bought: Bought[] = [];
  const add = (way: Way | undefined, count: number) => {
    if (way && count > 0) bought.push({ way, units: count, reduced: 0 });
  };
  for (let at = 0; at < units.length; at += 1) {
    const few = limitedUnits[at] ?? 0;
    add(limited[at], few);
    add(plain[at], (units[at] ?? 0) - few);
  }
  for (const [g, group] of groups.entries()) {
    const own = bought.filter(({ way }) => way.group === g).sort((a, b) => a.way.place - b.way.place);
    let left = reducedOf(
      group,
      own.reduce((sum, one) => sum + one.units, 0),
    );
    for (const one of own) {
      one.reduced = Math.min(left, one.units);
      left -= one.reduced;
    }
  }
  return bought;
}

/** What the units really come to, with what the sets cost. */
export function trueCost(assignment: Assignment, units: readonly number[], ways: Ways, ofSets: Cost): Cost {
  let { fen, preference } = ofSets;
  for (const { way, units: count, reduced } of boughtBy(assignment, units, ways)) {
    fen += count * way.tag.fen - reduced * way.savesFen;
    preference += count * way.preference;
  }
  return { fen, preference };
}

export function partsAssigned(assignment: Assignment, units: readonly number[], ways: Ways): Part[] {
  return boughtBy(assignment, units, ways).flatMap(({ way, units: count, reduced }) => {
    const nth = ways.groups[way.group]?.nth ?? null;
    const parts = [];
    if (count > reduced) parts.push(partOf(way, count - reduced, nth, false));
    if (reduced > 0) parts.push(partOf(way, reduced, nth, true));
    return parts;
  });
}

function partOf({ tag, savesFen }: Way, units: number, nth: number | null, isReduced: boolean): Part {
  const { line, kind, price, fen } = tag;
  const stepOneAmountFen = units * fen;
  const amountFen = isReduced ? units * (fen - savesFen) : stepOneAmountFen;
  return { line, kind, price, bundle: null, nth, isReduced, units, stepOneFen: fen, stepOneAmountFen, amountFen };
}
