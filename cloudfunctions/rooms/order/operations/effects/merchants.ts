import { borneKey, merchantCellId, monthOf, undoneKey } from '../../../../kernel/merchant';
import type { Order, Refund } from '../../document';
import { merchantsUndone } from '../../domain/refund/merchants';
import { CREDIT_CELL, type Effects, effect } from './kinds';

/** What merchants bear of an order is booked to their accounts when it is paid (product.md C11). */
export function borneEffects({ _id: orderId, quote }: Pick<Order, '_id' | 'quote'>, nowMs: number): Effects {
  return credits('borne', `mb_${orderId}`, borneKey(monthOf(nowMs)), quote.funding.merchantsFen, nowMs);
}

type Undone = Pick<Refund, 'units' | 'amounts' | 'creditedGifts'>;

interface Undoing {
  readonly refund: Undone;
  readonly before: readonly Undone[];
  readonly isLast: boolean;
  /** `r1`, `cancel`: which refund of the order. */
  readonly short: string;
  readonly nowMs: number;
}

/** What a refund undoes of it: the shares of its units, all that is left with the last one. */
export function undoneEffects(order: Pick<Order, '_id' | 'quote'>, undoing: Undoing): Effects {
  const { refund, before, isLast, short, nowMs } = undoing;
  const earlier = merchantsUndone(order, before);
  const later = isLast ? order.quote.funding.merchantsFen : merchantsUndone(order, [...before, refund]);
  const undone = Object.entries(later).map(([id, fen]) => [id, fen - (earlier[id] ?? 0)] as const);
  const key = undoneKey(monthOf(nowMs));
  return credits(`undone_${short}`, `mu_${order._id}_${short}`, key, Object.fromEntries(undone), nowMs);
}

function credits(
  id: string,
  op: string,
  key: string,
  byMerchant: Readonly<Record<string, number>>,
  nowMs: number,
): Effects {
  const due = Object.entries(byMerchant).filter(([, fen]) => fen > 0);
  return Object.fromEntries(
    due.map(([merchantId, fen]) => [
      `${id}_${merchantId}`,
      effect(CREDIT_CELL, merchantCellId(merchantId), op, nowMs, { q: { [key]: fen } }),
    ]),
  );
}
