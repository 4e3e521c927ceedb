/**
 * Why a resident is not bound by a card (rules.md section 4). The client has calm words for each; none of them keeps
 * anybody out of the shop.
 */
export const BIND_REFUSALS = [
  /** The card is this resident's own. */
  'REFERRAL_SELF',
  /** Inviter and invitee share a phone number or a home. */
  'REFERRAL_SAME_HOUSEHOLD',
  /** The invitee has, by however many steps, invited the inviter. */
  'REFERRAL_RING',
  /** One of the two works for the shop. */
  'REFERRAL_STAFF',
  /** The invitee has paid an order before. */
  'REFERRAL_NOT_NEW',
  /** The invitee has an order that waits for its payment. */
  'REFERRAL_HAS_ORDER',
  /** Another card was first; it stands for 30 days. */
  'REFERRAL_BOUND_BEFORE',
  /** Staff have looked at this card and this resident, and said no. */
  'REFERRAL_NOT_PASSED',
  /** The card has bound its 20 of today. */
  'REFERRAL_DAY_FULL',
  /** The card has bound all that it may. */
  'REFERRAL_FULL',
] as const;
export type BindRefusal = (typeof BIND_REFUSALS)[number];
