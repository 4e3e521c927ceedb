import type { StaffRole } from '../../../platform/context';

/** Who decides refunds. */
export const DESK = ['support', 'owner'] as const;
/** Who opens them for a resident who can no longer ask: the shop manager too. */
export const OPENERS = ['support', 'shop', 'owner'] as const;
/** Who carries goods to and fro besides. */
export const EXCHANGERS = ['support', 'shop', 'courier', 'owner'] as const;

/** Cards name a deed to those alone who may do it. */
export const isOfDesk = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => (DESK as readonly StaffRole[]).includes(role));
