import { isShopsFault, type RefundReason } from '../refund-states';
import type { OrderState } from '../states';
import { INSTANT_REFUND_FEN } from './limits';
import type { Refund, Refunds } from './record';

/** instant: no review; review: support decides; goods-first: after the goods are back. */
export type Way = 'instant' | 'review' | 'goods-first';

/** Units before dispatch are cancelled, later ones are after-sales; null: nothing was sold, or all of it is back. */
export function causeIn(state: OrderState): 'lines' | 'after-sales' | null {
  if (state === 'paid' || state === 'picked') return 'lines';
  return state === 'dispatched' || state === 'delivered' || state === 'received' ? 'after-sales' : null;
}

/** Went back after dispatch without a person's decision. */
const wasInstant = ({ cause, timeline }: Refund): boolean =>
  cause === 'after-sales' && timeline.due !== undefined && !timeline.asked && !timeline['goods-to-come'];

const instantFen = (refunds: Refunds): number =>
  Object.values(refunds)
    .filter(wasInstant)
    .reduce((sum, { amounts }) => sum + amounts.amountFen, 0);

export interface Request {
  readonly reason: RefundReason | null;
  readonly hasPictures: boolean;
  readonly amountFen: number;
}

/**
 * Goods that are simply not wanted go back first. After receipt the shop's fault is believed where a picture shows it
 * (what is missing cannot be shown) and the order's instant refunds together stay within the limit.
 */
export function wayOf(
  { state, refunds }: { readonly state: OrderState; readonly refunds: Refunds },
  { reason, hasPictures, amountFen }: Request,
): Way {
  if (causeIn(state) === 'lines') return 'instant';
  if (reason === 'unwanted') return 'goods-first';
  const isShown = hasPictures || reason === 'missing';
  const isWithin = instantFen(refunds) + amountFen <= INSTANT_REFUND_FEN;
  return state === 'received' && isShopsFault(reason) && isShown && isWithin ? 'instant' : 'review';
}
