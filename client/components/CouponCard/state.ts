import type { ButtonProps } from '@/components/Button';

/**
 * What a ticket is to the resident: to claim, usable, expiring (usable within 3 days), locked by an unpaid order, used,
 * expired, revoked, for a higher tier, all gone, or just shown (flyer landing).
 */
export type CouponLook =
  | 'claim'
  | 'usable'
  | 'expiring'
  | 'locked'
  | 'used'
  | 'expired'
  | 'revoked'
  | 'tier'
  | 'gone'
  | 'plain';

/** How a look is drawn: one row each, so that no state is forgotten. */
export interface CouponDress {
  /** Grey stub: cannot be acted on now. */
  off: boolean;
  button: ButtonProps['kind'] | 'filled' | 'disabled' | null;
  /** Round stamp across the body, by its key in the text. */
  stamp: 'used' | 'expired' | 'revoked' | null;
  lock: 'honey' | 'grey' | null;
}

export const couponDress: Readonly<Record<CouponLook, CouponDress>> = {
  claim: { off: false, button: 'filled', stamp: null, lock: null },
  usable: { off: false, button: 'soft', stamp: null, lock: null },
  expiring: { off: false, button: 'filled', stamp: null, lock: null },
  locked: { off: true, button: null, stamp: null, lock: 'honey' },
  used: { off: true, button: null, stamp: 'used', lock: null },
  expired: { off: true, button: null, stamp: 'expired', lock: null },
  revoked: { off: true, button: null, stamp: 'revoked', lock: null },
  tier: { off: true, button: null, stamp: null, lock: 'grey' },
  gone: { off: true, button: 'disabled', stamp: null, lock: null },
  plain: { off: false, button: null, stamp: null, lock: null },
};
