import { HOUR_MS } from '../../kernel/period';
import type { WalletReferral } from '../../kernel/referral';
import { REFERRAL_RECEIVED, REFERRAL_REFUNDED } from '../../kernel/referral';
import type { StaffRole } from '../../platform/context';
import { walletEffect } from '../../platform/effects';
import { outboxJob } from '../../platform/outbox/outbox';
import { operation, type Room, staffOperation } from '../../platform/room';
import { referralContract, staffReferralContract } from './contract';
import { SETTLE } from './domain/effects';
import { bind } from './operations/bind';
import { referralOutbox } from './operations/change';
import { dressCard } from './operations/dress';
import { land } from './operations/land';
import { liveCard } from './operations/live-card';
import { mine } from './operations/mine';
import { card } from './operations/my-card';
import { poster } from './operations/poster';
import { onReceived, onRefunded } from './operations/receipt';
import { held, pass, refuseHeld } from './operations/review';
import { settleBinding } from './operations/settle';
import { expireReferrals } from './operations/upkeep';

export { type ProgrammeDraft, publishProgramme } from './operations/publish';
export { referralCredits } from './operations/reckon';

/** Who decides over what is suspicious: it is money, and somebody's good name. */
const WHO_REVIEWS: readonly StaffRole[] = ['support', 'operator', 'owner'];

type SettleData = Pick<WalletReferral, 'referralId' | 'state'>;

export const referralRoom: Room = {
  resident: {
    'referral.card': operation(referralContract['referral.card'], card),
    'referral.dressCard': operation(referralContract['referral.dressCard'], dressCard),
    'referral.poster': operation(referralContract['referral.poster'], poster),
    'referral.liveCard': operation(referralContract['referral.liveCard'], liveCard),
    'referral.land': operation(referralContract['referral.land'], land),
    'referral.bind': operation(referralContract['referral.bind'], bind),
    'referral.mine': operation(referralContract['referral.mine'], mine),
  },
  staff: {
    'referral.held': staffOperation(staffReferralContract['referral.held'], WHO_REVIEWS, held),
    'referral.pass': staffOperation(staffReferralContract['referral.pass'], WHO_REVIEWS, pass),
    'referral.refuse': staffOperation(staffReferralContract['referral.refuse'], WHO_REVIEWS, refuseHeld),
  },
  effects: {
    [SETTLE]: walletEffect<SettleData>((wallet, { referralId, state }) => ({
      wallet:
        wallet.referral?.referralId === referralId ? { ...wallet, referral: { ...wallet.referral, state } } : wallet,
      kind: 'referral-settled',
    })),
  },
  carriers: { [REFERRAL_RECEIVED]: onReceived, [REFERRAL_REFUNDED]: onRefunded },
  outboxes: [referralOutbox],
  settlers: { rf: settleBinding },
  jobs: {
    'referral.expire': { everyMs: HOUR_MS, run: expireReferrals },
    'referral.outbox': outboxJob(referralOutbox),
  },
};
