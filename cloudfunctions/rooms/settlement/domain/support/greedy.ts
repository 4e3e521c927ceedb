import { type HandLine, type HandReduction, MOST_COUPON_GROUPS, takenByHand } from './by-hand';

/** How people choose coupons. Each returns a legal choice. */
type Choose = (all: readonly HandReduction[], lines: readonly HandLine[]) => HandReduction[];

const costOf = (chosen: readonly HandReduction[], lines: readonly HandLine[]) => takenByHand(chosen, lines).costFen;

/** What each would save by itself, the best first. */
function byOwnSaving(all: readonly HandReduction[], lines: readonly HandLine[]): HandReduction[] {
  return all
    .map((one) => ({ one, savingFen: takenByHand([one], lines).takenFen.get(one.id) ?? 0 }))
    .filter(({ savingFen }) => savingFen > 0)
    .sort((a, b) => b.savingFen - a.savingFen || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
}

export function isLegal(chosen: readonly HandReduction[]): boolean {
  const groups = new Set(chosen.map(({ group }) => group));
  const ofCoupons = new Set(chosen.filter(({ isCoupon }) => isCoupon).map(({ group }) => group));
  return groups.size === chosen.length && ofCoupons.size <= MOST_COUPON_GROUPS;
}

/** The best of each group by itself, the best saving first. */
export const bestOfEachGroup: Choose = (all, lines) => {
  const chosen: HandReduction[] = [];
  for (const one of byOwnSaving(all, lines)) if (isLegal([...chosen, one])) chosen.push(one);
  return chosen;
};

/** One after the other, the best saving first: kept where it lowers the sum, beside the others or in place of one. */
export const oneByOne: Choose = (all, lines) => {
  let chosen: HandReduction[] = [];
  let costFen = costOf(chosen, lines);
  for (const one of byOwnSaving(all, lines)) {
    const next = [...chosen.filter(({ group }) => group !== one.group), one];
    const nextFen = isLegal(next) ? costOf(next, lines) : costFen;
    if (nextFen < costFen) [chosen, costFen] = [next, nextFen];
  }
  return chosen;
};

/** The best few of each group are looked at. */
const FEW = 6;

/** Always what lowers most of what is left now, until nothing lowers it. */
export const steepest: Choose = (all, lines) => {
  const seen = new Map<string, number>();
  const few = byOwnSaving(all, lines).filter(({ group }) => {
    seen.set(group, (seen.get(group) ?? 0) + 1);
    return (seen.get(group) ?? 0) <= FEW;
  });
  let chosen: HandReduction[] = [];
  for (let costFen = costOf(chosen, lines); ; ) {
    const [best] = few
      .map((one) => [...chosen, one])
      .filter(isLegal)
      .map((next) => ({ next, nextFen: costOf(next, lines) }))
      .sort((a, b) => a.nextFen - b.nextFen);
    if (!best || best.nextFen >= costFen) return chosen;
    [chosen, costFen] = [best.next, best.nextFen];
  }
};

/** Every choice that differs from this one in a single place: one more, one less, one for another of its group. */
export function* oneChange(
  chosen: readonly HandReduction[],
  all: readonly HandReduction[],
): Generator<HandReduction[]> {
  for (const one of chosen) yield chosen.filter((other) => other !== one);
  for (const one of all) {
    const next = [...chosen.filter(({ group }) => group !== one.group), one];
    if (isLegal(next)) yield next;
  }
}
