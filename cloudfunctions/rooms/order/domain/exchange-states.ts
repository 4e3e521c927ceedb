import type { RefundReason } from './refund-states';

/** An exchange of goods is a record inside its order, beside the refunds (docs/decisions, exchange of goods). */
export type ExchangeState =
  /** Waits for support's decision. */
  | 'asked'
  /** Support said yes: the fresh units are being taken from the shelf. */
  | 'agreed'
  /** There were not enough: support tries again, or gives money instead. */
  | 'no-stock'
  /** The fresh units are set aside. */
  | 'reserved'
  /** On the way to the resident. */
  | 'dispatched'
  /** The resident has them; what becomes of the bad ones is not known yet. */
  | 'handed-over'
  | 'done'
  /** Money instead: a refund of its units. */
  | 'refunded'
  | 'declined'
  | 'withdrawn';

/** From where to where an exchange may go. Goods that are handed over with nothing to come back are done in the same update. */
export const EXCHANGE_TRANSITIONS: { readonly [from in ExchangeState]: readonly ExchangeState[] } = {
  asked: ['agreed', 'declined', 'withdrawn'],
  agreed: ['reserved', 'no-stock', 'withdrawn'],
  'no-stock': ['agreed', 'refunded', 'declined', 'withdrawn'],
  reserved: ['dispatched', 'handed-over', 'refunded', 'declined', 'withdrawn'],
  dispatched: ['handed-over', 'refunded', 'declined'],
  'handed-over': ['done'],
  done: [],
  refunded: [],
  declined: [],
  withdrawn: [],
};

/** What was wrong: the shop's fault. The same goods again help nobody who does not want them. */
export type ExchangeReason = Exclude<RefundReason, 'unwanted'>;

/** What never came cannot come back. */
export const hasGoodsToCome = (reason: ExchangeReason): boolean => reason !== 'missing';

/** Its units can be asked for neither again nor back. */
export const isOpenExchange = (state: ExchangeState): boolean =>
  ['asked', 'agreed', 'no-stock', 'reserved', 'dispatched'].includes(state);

/** The fresh units are with the resident. */
export const isHandedOver = (state: ExchangeState): boolean => state === 'handed-over' || state === 'done';
