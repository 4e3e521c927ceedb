import type { Fen } from '../../../../kernel/fen';
import { LIST } from './fallback';
import type { Preferences } from './preference';
import type { NthOffer, PriceProblem } from './problem';
import { byReduction, type Tag } from './tags';
import { preferenceAt, type Tied } from './tied';

/** One price that a unit of a line can have, and the group that counts it there. */
export interface Way {
  readonly tag: Tag;
  readonly preference: number;
  /** Place in `Ways.groups`; -1: no nth offer takes it. */
  readonly group: number;
  /** Place in the order in which the group reduces. */
  readonly place: number;
  /** What a reduced unit saves. */
  readonly savesFen: Fen;
}

export interface WayGroup {
  /** Index of the nth offer. */
  readonly nth: number;
  readonly every: number;
  readonly reduced: number;
  /** By place. */
  readonly ways: readonly Way[];
}

export interface Ways {
  /** By place in the component's lines: at prices without a limit, and at the limited one. */
  readonly plain: readonly (readonly Way[])[];
  readonly limited: readonly (readonly Way[])[];
  readonly groups: readonly WayGroup[];
}

interface Draft {
  readonly at: number;
  readonly isLimited: boolean;
  readonly tag: Tag;
  readonly preference: number;
  readonly group: number;
}

/** All ways to buy one unit of each line. A price that nth offers take counts in one of them. */
export function waysOf(tied: Tied, limit: number | undefined, preferences: Preferences): Ways {
  const { problem, component } = tied;
  const drafts: Draft[] = [];
  for (const [at, line] of component.lines.entries()) {
    addDrafts(at, tagAt(problem, line, LIST), false, tied, preferences, drafts);
    for (const price of component.prices) {
      if (problem.prices[price]?.unitFen[line] === undefined || (tied.binding[price] && price !== limit)) continue;
      addDrafts(at, tagAt(problem, line, price), price === limit, tied, preferences, drafts);
    }
  }
  const plain: Way[][] = component.lines.map(() => []);
  const limited: Way[][] = component.lines.map(() => []);
  const groups = component.nths.map((nth, group) => {
    const offer = problem.nths[nth];
    const own = drafts.filter((draft) => draft.group === group).sort((a, b) => byReduction(a.tag, b.tag));
    const ways = own.map((draft, place): Way => {
      const { tag, preference } = draft;
      const way = { tag, preference, group, place, savesFen: offer ? savedBy(offer, tag) : 0 };
      (draft.isLimited ? limited : plain)[draft.at]?.push(way);
      return way;
    });
    return { nth, every: offer?.every ?? 1, reduced: offer?.reduced ?? 0, ways };
  });
  for (const { at, isLimited, tag, preference, group } of drafts)
    if (group < 0) (isLimited ? limited : plain)[at]?.push({ tag, preference, group, place: -1, savesFen: 0 });
  return { plain, limited, groups };
}

function tagAt({ lines, prices }: PriceProblem, line: number, price: number): Tag {
  const offer = prices[price];
  const fen = offer?.unitFen[line] ?? lines[line]?.listUnitFen ?? 0;
  return { line, kind: offer?.kind ?? 'list', price: offer ? price : null, bundle: null, rank: offer?.rank ?? 0, fen };
}

function addDrafts(
  at: number,
  tag: Tag,
  isLimited: boolean,
  { problem, component }: Tied,
  preferences: Preferences,
  drafts: Draft[],
): void {
  const preference = preferenceAt(preferences, problem, tag.price ?? LIST);
  let isTaken = false;
  for (const [group, nth] of component.nths.entries()) {
    const offer = problem.nths[nth];
    if (!offer || !takesTag(offer, tag, problem)) continue;
    isTaken = true;
    drafts.push({ at, isLimited, tag, preference: preference + offer.rank, group });
  }
  if (!isTaken) drafts.push({ at, isLimited, tag, preference, group: -1 });
}

/** Units at their floor are in no group: nothing can be taken off them. */
function takesTag({ lines, takes }: NthOffer, { line, kind, fen }: Tag, problem: PriceProblem): boolean {
  return fen > (problem.lines[line]?.floorUnitFen ?? 0) && takes.includes(kind) && lines.includes(line);
}

function savedBy(offer: NthOffer, { line, fen }: Tag): Fen {
  return fen - Math.min(fen, offer.reducedFen(line, fen));
}

/** Whether a set's units could be counted: then what a group counts depends on the sets. */
export function takesSets({ problem, component }: Tied): boolean {
  return component.bundles.some((bundle) =>
    problem.bundles[bundle]?.components.some(({ line }) =>
      component.nths.some((nth) => {
        const offer = problem.nths[nth];
        return offer?.takes.includes('bundle') && offer.lines.includes(line);
      }),
    ),
  );
}
