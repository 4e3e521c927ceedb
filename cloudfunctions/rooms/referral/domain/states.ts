/**
 * bound: waits for the first order to be received. held: staff look at it. rewarded: both have theirs. refused, expired and
 * revoked are final.
 */
export type ReferralState = 'bound' | 'held' | 'rewarded' | 'refused' | 'expired' | 'revoked';

export const TRANSITIONS: { readonly [From in ReferralState]: readonly ReferralState[] } = {
  bound: ['held', 'rewarded', 'refused', 'expired'],
  held: ['bound', 'rewarded', 'refused', 'expired'],
  rewarded: ['revoked'],
  refused: [],
  expired: [],
  revoked: [],
};

/** Nothing more becomes of it but a revocation. */
export const isOpen = (state: ReferralState): state is 'bound' | 'held' => state === 'bound' || state === 'held';
