import { isShopsFault, type RefundReason } from '../refund-states';
import type { OrderState } from '../states';
import { INSTANT_REFUND_FEN } from './limits';
import type { Refund, RefundAmounts, Refunds, Units } from './record';

/** instant: no review; review: support decides; goods-first: after the goods are back. */
export type Way = 'instant' | 'review' | 'goods-first';

/** Units before dispatch are cancelled, later ones are after-sales; null: nothing was sold, or all of it is back. */
export function causeIn(state: OrderState): 'lines' | 'after-sales' | null {
  if (state === 'paid' || state === 'picked') return 'lines';
  return state === 'dispatched' || state === 'delivered' || state === 'received' ? 'after-sales' : null;
}

/** Went back after dispatch without a person's decision. */
const wasInstant = ({ cause, timeline }: Refund): boolean =>
  cause === 'after-sales' && timeline.due?.by === 'resident' && !timeline.asked && !timeline['goods-to-come'];

type Worth = Pick<RefundAmounts, 'goodsFen' | 'freightFen' | 'pointsBack'>;

/** What is given for the goods, a point as a fen, so that goods paid with points are looked at as well. */
const worthFen = ({ goodsFen, freightFen, pointsBack }: Worth): number => goodsFen + freightFen + pointsBack;

const instantFen = (refunds: Refunds): number =>
  Object.values(refunds)
    .filter(wasInstant)
    .reduce((sum, { amounts }) => sum + worthFen(amounts), 0);

interface Bought {
  readonly quote: { readonly lines: readonly { readonly lineId: string; readonly skuId: string }[] };
  readonly goods: readonly { readonly skuId: string; readonly noReturn?: true }[];
}

/** Some of these units go bad, or were made to order: they are not returned without reason (rules.md section 2). */
export function hasNoReturn({ quote, goods }: Bought, units: Units): boolean {
  const kept = new Set(goods.filter(({ noReturn }) => noReturn).map(({ skuId }) => skuId));
  return quote.lines.some(({ lineId, skuId }) => (units[lineId] ?? 0) > 0 && kept.has(skuId));
}

export interface Request {
  readonly reason: RefundReason | null;
  readonly hasPictures: boolean;
  /** Some of it cannot be returned without reason. */
  readonly noReturn: boolean;
  readonly amounts: Worth;
}

/**
 * Goods that are simply not wanted go back first, where they may be returned. After receipt the shop's fault is believed where a picture shows it
 * (what is missing cannot be shown) and the order's instant refunds together stay within the limit.
 */
export function wayOf(
  { state, refunds }: { readonly state: OrderState; readonly refunds: Refunds },
  { reason, hasPictures, noReturn, amounts }: Request,
): Way {
  if (causeIn(state) === 'lines') return 'instant';
  if (reason === 'unwanted') return noReturn ? 'review' : 'goods-first';
  const isShown = hasPictures || reason === 'missing';
  const isWithin = instantFen(refunds) + worthFen(amounts) <= INSTANT_REFUND_FEN;
  return state === 'received' && isShopsFault(reason) && isShown && isWithin ? 'instant' : 'review';
}
