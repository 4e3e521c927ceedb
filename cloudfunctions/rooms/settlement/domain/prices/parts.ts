import type { Field } from './field';
import { countedIn, reducedUnits } from './outcome';
import type { Part } from './problem';
import { byPart, type Tag } from './tags';

interface Draft {
  readonly tag: Tag;
  readonly part: Part;
}

/** The units by pool as parts: one for each line, price, group and whether reduced. */
export function partsOf(field: Field, sizes: readonly number[]): Part[] {
  const drafts = [...partsOutside(field, sizes), ...partsInGroups(field, sizes)];
  drafts.sort(
    (a, b) =>
      byPart(a.tag, b.tag) ||
      (a.part.nth ?? -1) - (b.part.nth ?? -1) ||
      Number(a.part.isReduced) - Number(b.part.isReduced),
  );
  return joined(drafts);
}

function partsOutside({ market: { pools, tags } }: Field, sizes: readonly number[]): Draft[] {
  return pools.flatMap(({ options }, pool) => {
    const [option] = options;
    const tag = option && tags[option.tag];
    return !tag || option.group >= 0 ? [] : draft(tag, sizes[pool] ?? 0, null, false, 0);
  });
}

function partsInGroups(field: Field, sizes: readonly number[]): Draft[] {
  const counted = countedIn(field, sizes);
  return field.market.groups.flatMap((group, g) => {
    const units = counted[g] ?? [];
    const reduced = reducedUnits(group, units);
    return group.order.flatMap((t, place) => {
      const tag = field.market.tags[t];
      if (!tag) return [];
      const less = reduced[place] ?? 0;
      const full = draft(tag, (units[place] ?? 0) - less, group.nth, false, 0);
      return [...full, ...draft(tag, less, group.nth, true, group.savesFen[t] ?? 0)];
    });
  });
}

function draft(tag: Tag, units: number, nth: number | null, isReduced: boolean, savesFen: number): Draft[] {
  if (units === 0) return [];
  const { line, kind, price, bundle, fen } = tag;
  const part = { line, kind, price, bundle, nth, isReduced, units, stepOneFen: fen };
  return [{ tag, part: { ...part, stepOneAmountFen: units * fen, amountFen: units * (fen - savesFen) } }];
}

/** Units of one component of a bundle may differ by a fen; where nothing else differs they are one part. */
function joined(drafts: readonly Draft[]): Part[] {
  const parts: Part[] = [];
  for (const { part } of drafts) {
    const last = parts.at(-1);
    if (!last || !isSame(last, part)) parts.push(part);
    else parts[parts.length - 1] = { ...last, ...sumOf(last, part) };
  }
  return parts;
}

function isSame(a: Part, b: Part): boolean {
  return (
    a.bundle !== null && a.bundle === b.bundle && a.line === b.line && a.nth === b.nth && a.isReduced === b.isReduced
  );
}

function sumOf(a: Part, b: Part): Pick<Part, 'units' | 'stepOneFen' | 'stepOneAmountFen' | 'amountFen'> {
  return {
    units: a.units + b.units,
    stepOneFen: Math.min(a.stepOneFen, b.stepOneFen),
    stepOneAmountFen: a.stepOneAmountFen + b.stepOneAmountFen,
    amountFen: a.amountFen + b.amountFen,
  };
}
