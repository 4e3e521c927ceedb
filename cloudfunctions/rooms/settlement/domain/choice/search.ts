import type { Fen } from '../../../../kernel/fen';
import { MAX_STACKING_GROUPS } from '../../../../kernel/limits';
import { byId } from '../order';
import { Bounds, type Optimum } from './bound';
import { byBetter, type Choice } from './compare';
import { distinctOptions } from './distinct';
import type { Option } from './option';
import { type Ground, takeOffAll } from './take-off';

export interface Found extends Choice {
  /** False: the limit ended the search, and this is the best that it saw. */
  readonly proven: boolean;
  readonly considered: number;
}

/**
 * The best legal choice over all groups of steps 3 to 5 together: branch and bound, exact below the node limit. The
 * limit counts nodes, not time, so that the same input always gives the same choice.
 */
export function bestChoice(options: readonly Option[], ground: Ground, nodeLimit: number): Found {
  const search = new Search(groupsOf(distinctOptions(options)), ground, nodeLimit);
  return search.run();
}

/** Groups that can take most come first, so that good choices are met early and bounds bite. */
function groupsOf(options: readonly Option[]): Option[][] {
  const byKey = new Map<string, Option[]>();
  for (const option of options) byKey.set(option.groupKey, [...(byKey.get(option.groupKey) ?? []), option]);
  const size = (group: readonly Option[]) => Math.max(...group.map(({ rung, baseFen }) => sizeOf(rung.terms, baseFen)));
  return [...byKey.entries()].sort(([a, x], [b, y]) => size(y) - size(x) || byId(a, b)).map(([, group]) => group);
}

function sizeOf(terms: Option['rung']['terms'], baseFen: Fen): number {
  if (terms.form === 'fixed') return Math.min(terms.offFen, baseFen);
  return Math.min(baseFen - (baseFen * terms.payRateBps) / 10_000, terms.capFen ?? baseFen);
}

class Search {
  private readonly bounds: Bounds;
  private best: Choice;
  private considered = 0;
  private proven = true;

  constructor(
    private readonly groups: readonly (readonly Option[])[],
    private readonly ground: Ground,
    private readonly nodeLimit: number,
  ) {
    this.bounds = new Bounds(ground, groups);
    this.best = { options: [], costFen: ground.amountsFen.reduce((sum, fen) => sum + fen, 0), couponCount: 0 };
  }

  run(): Found {
    this.descend(0, [], 0, this.bounds.start());
    return { ...this.best, proven: this.proven, considered: this.considered };
  }

  private descend(group: number, chosen: readonly Option[], couponCount: number, optimum: Optimum): void {
    if (this.considered >= this.nodeLimit) {
      this.proven = false;
      return;
    }
    this.considered += 1;
    const options = this.groups[group];
    if (!options) {
      this.weigh(chosen, couponCount);
      return;
    }
    const branches = options
      .map((option) => ({ option, gainFen: this.bounds.gainOf(option, optimum) }))
      .sort((a, b) => b.gainFen - a.gainFen);
    // Where the bound says that nothing may be left to take, leaving the group empty is tried first.
    const emptyFirst = this.bounds.lowestFen(optimum, this.groups.length) <= this.bounds.lowestFen(optimum, group);
    if (emptyFirst) this.leaveEmpty(group, chosen, couponCount, optimum);
    for (const { option, gainFen } of branches) {
      const isCoupon = option.from.source === 'coupon';
      // A coupon that gains nothing only adds to the count; an offer may still take what a later coupon would.
      if (gainFen <= 0 && isCoupon) continue;
      const coupons = couponCount + (isCoupon ? 1 : 0);
      if (coupons > MAX_STACKING_GROUPS) continue;
      const next = this.bounds.with(option, optimum);
      if (this.canWin(next, group + 1, coupons)) this.descend(group + 1, [...chosen, option], coupons, next);
    }
    if (!emptyFirst) this.leaveEmpty(group, chosen, couponCount, optimum);
  }

  private leaveEmpty(group: number, chosen: readonly Option[], couponCount: number, optimum: Optimum): void {
    if (this.canWin(optimum, group + 1, couponCount)) this.descend(group + 1, chosen, couponCount, optimum);
  }

  private canWin(optimum: Optimum, fromGroup: number, couponCount: number): boolean {
    const lowestFen = this.bounds.lowestFen(optimum, fromGroup);
    return lowestFen < this.best.costFen || (lowestFen === this.best.costFen && couponCount <= this.best.couponCount);
  }

  /** A choice of which a part takes nothing is the choice without that part. */
  private weigh(chosen: readonly Option[], couponCount: number): void {
    const amountsFen = [...this.ground.amountsFen];
    const taken = takeOffAll(chosen, amountsFen, this.ground.floorsFen);
    if (taken.some(({ amountFen }) => amountFen === 0)) return;
    const costFen = amountsFen.reduce((sum, fen) => sum + fen, 0);
    const choice: Choice = { options: chosen, costFen, couponCount };
    if (byBetter(choice, this.best) < 0) this.best = choice;
  }
}
