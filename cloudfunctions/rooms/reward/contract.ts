import * as v from 'valibot';
import { changes, cursor, id, type Page, reads, text } from '../../contract';
import { REWARD_RULES } from '../../kernel/reward';
import { PAYOUT_TABS } from './domain/payout-states';
import type { ApprovalView, LetterCard, MyPayout, PayoutBounds, PayoutCard, PayoutCounts } from './domain/views';

export type { PayoutState, PayoutTab } from './domain/payout-states';
export type { ApprovalView, LetterCard, MyPayout, PayoutBounds, PayoutCard, PayoutCounts } from './domain/views';

/** What `wx.requestMerchantTransfer` takes. */
export interface TransferRequest {
  readonly mchId: string;
  readonly appId: string;
  readonly package: string;
}

/** Replies of operations that are safe to repeat need no key: a payout is asked for under a number of its own. */
export const rewardContract = {
  'reward.myPayouts': reads(v.strictObject({ cursor: cursor() }))<Page<MyPayout>>(),
  /** `transfer`: the phone's sheet is to be opened with it; null where WeChat does not wait for the resident. */
  'reward.receivePayout': reads(v.strictObject({ payoutId: id() }))<{
    readonly payout: MyPayout;
    readonly transfer: TransferRequest | null;
  }>(),
};

const moment = () => v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const staffRewardContract = {
  'reward.payouts': reads(v.strictObject({ tab: v.picklist(PAYOUT_TABS), cursor: cursor() }))<
    Page<PayoutCard> & {
      readonly counts: PayoutCounts;
      readonly bounds: PayoutBounds;
      readonly approvals: readonly ApprovalView[];
    }
  >(),
  /** Refused without a standing legal approval for its rule, and over the limits of the day. */
  'reward.confirmPayout': changes(v.strictObject({ payoutId: id() }))<PayoutCard>(),
  'reward.withholdPayout': changes(v.strictObject({ payoutId: id(), reason: text(100) }))<PayoutCard>(),
  'reward.recordApproval': changes(
    v.strictObject({
      rule: v.picklist(REWARD_RULES),
      approvedBy: text(40),
      approvedAtMs: moment(),
      reference: text(100),
    }),
  )<ApprovalView>(),
  'reward.endApproval': changes(v.strictObject({ approvalId: id() }))<ApprovalView>(),
  'reward.deadLetters': reads(v.strictObject({ cursor: cursor() }))<Page<LetterCard> & { readonly open: number }>(),
  'reward.rerun': changes(v.strictObject({ letterId: id() }))<LetterCard>(),
};
