/**
 * A refund is a record inside its order (protocol-of-holds.md, Order). What people see as "refunding" or "refunded" is
 * read from these.
 */
export type RefundState =
  /** Waits for support's decision. */
  | 'asked'
  /** Approved, and the goods are to come back first. */
  | 'goods-to-come'
  /** Owed: everything but the money is given back by the same update, the pay platform is asked. */
  | 'due'
  /** The pay platform has taken it; on its way to the bank. */
  | 'accepted'
  | 'succeeded'
  /** The pay platform refused it, or the bank did: for a person to mend. */
  | 'refused'
  /** Paid by hand, because the platform could not. */
  | 'transferred'
  | 'declined'
  | 'withdrawn';

/** From where to where a refund may go. Each arrow is one update of the order. */
export const REFUND_TRANSITIONS: { readonly [from in RefundState]: readonly RefundState[] } = {
  asked: ['due', 'goods-to-come', 'declined', 'withdrawn'],
  'goods-to-come': ['due', 'declined', 'withdrawn'],
  due: ['accepted', 'succeeded', 'refused'],
  accepted: ['succeeded', 'refused'],
  refused: ['due', 'transferred'],
  succeeded: [],
  transferred: [],
  declined: [],
  withdrawn: [],
};

export type RefundCause =
  /** The whole order, before dispatch. */
  | 'cancel'
  /** Single lines before dispatch, by the resident or because the shop has not got them. */
  | 'lines'
  /** After dispatch. */
  | 'after-sales'
  /** A gift came back whose value had been deducted. */
  | 'gift-back'
  /** A payment that came after the order was closed. */
  | 'late';

export type RefundReason = 'not-fresh' | 'broken' | 'missing' | 'wrong' | 'quality' | 'unwanted';

/** The shop's fault: the freight comes back too (rules.md section 2). */
export const isShopsFault = (reason: RefundReason | null): boolean => reason !== null && reason !== 'unwanted';

/** Its units are not in the order any more. */
export const isGivenBack = (state: RefundState): boolean =>
  ['due', 'accepted', 'succeeded', 'refused', 'transferred'].includes(state);

/** Its units cannot be asked for again. */
export const isOpenOrGivenBack = (state: RefundState): boolean => state !== 'declined' && state !== 'withdrawn';
