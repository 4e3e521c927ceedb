import type { Fen } from '../../../../kernel/fen';
import { byId, byList } from '../order';
import type { Option } from './option';

export interface Choice {
  readonly options: readonly Option[];
  /** What is left of the goods after it. */
  readonly costFen: Fen;
  readonly couponCount: number;
}

/**
 * The better choice comes first: lower cost, fewer coupons, those that expire first, lower coupon ids. Then, where
 * coupons would take what an offer leaves: the choice that leaves more to the offers, which apply by themselves, and
 * lower offer ids.
 */
export function byBetter(a: Choice, b: Choice): number {
  return a.costFen - b.costFen || a.couponCount - b.couponCount || byCoupons(a, b) || byOffers(a, b);
}

function byCoupons(a: Choice, b: Choice): number {
  const [left, right] = [couponsOf(a), couponsOf(b)];
  const expiries = (coupons: typeof left) => coupons.map((c) => c.validUntilMs).sort((x, y) => x - y);
  const ids = (coupons: typeof left) => coupons.map((c) => c.couponId).sort(byId);
  return byList(expiries(left), expiries(right), (x, y) => x - y) || byList(ids(left), ids(right), byId);
}

function couponsOf({ options }: Choice) {
  return options.flatMap(({ from }) => (from.source === 'coupon' ? [from.coupon] : []));
}

function byOffers(a: Choice, b: Choice): number {
  const [left, right] = [offersOf(a), offersOf(b)];
  return (
    right.length - left.length ||
    byList(left, right, (x, y) => byId(x.from.id, y.from.id)) ||
    byList(left, right, (x, y) => y.rung.thresholdFen - x.rung.thresholdFen)
  );
}

function offersOf({ options }: Choice): Option[] {
  return options.filter(({ from }) => from.source === 'offer').sort((a, b) => byId(a.from.id, b.from.id));
}
