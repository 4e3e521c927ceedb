import type { Json } from '../../../../platform/db';
import type { Effect } from '../../../../platform/effects';

export { CREDIT_CELL } from '../../../../platform/outbox/cells';

/** A mark in a cell, captured or released as the order has decided. */
export const SETTLE_CELL = 'cell.settle';
/** Fresh units for an exchange, taken from the shelves that the order took from. */
export const TAKE_FRESH = 'exchange.take';
export const REFUND = 'pay.refund';
/** What a refund gives back to the wallet that paid with it. */
export const RETURN = 'order.return';

export type Effects = { readonly [id: string]: Effect };

export const effect = (kind: string, target: string, op: string, at: number, data: Json = null): Effect => ({
  kind,
  target,
  op,
  at,
  done: false,
  data,
});
