import { MINUTE_MS } from '../../kernel/period';
import { operation, type Room, staffOperation } from '../../platform/room';
import { rewardContract, staffRewardContract } from './contract';
import { confirmPayout, withholdByStaff } from './operations/approve';
import { askTransfersDue } from './operations/ask-due';
import { issuePayout, withholdPayout } from './operations/carriers';
import { issueEffect, revokeEffect } from './operations/effects';
import { endApproval, recordApproval } from './operations/legal';
import { deadLetters, myPayouts, payouts } from './operations/lists';
import { receivePayout } from './operations/receive';
import { rerun } from './operations/rerun';

const MONEY = ['operator', 'owner'] as const;
const DESK = ['support', 'operator', 'owner'] as const;

export const rewardRoom: Room = {
  resident: {
    'reward.myPayouts': operation(rewardContract['reward.myPayouts'], myPayouts),
    'reward.receivePayout': operation(rewardContract['reward.receivePayout'], receivePayout),
  },
  staff: {
    'reward.payouts': staffOperation(staffRewardContract['reward.payouts'], MONEY, payouts),
    'reward.confirmPayout': staffOperation(staffRewardContract['reward.confirmPayout'], MONEY, confirmPayout),
    'reward.withholdPayout': staffOperation(staffRewardContract['reward.withholdPayout'], MONEY, withholdByStaff),
    'reward.recordApproval': staffOperation(staffRewardContract['reward.recordApproval'], ['owner'], recordApproval),
    'reward.endApproval': staffOperation(staffRewardContract['reward.endApproval'], ['owner'], endApproval),
    'reward.deadLetters': staffOperation(staffRewardContract['reward.deadLetters'], DESK, deadLetters),
    'reward.rerun': staffOperation(staffRewardContract['reward.rerun'], DESK, rerun),
  },
  effects: { 'reward.issue': issueEffect, 'reward.revoke': revokeEffect },
  carriers: { 'reward.payout': issuePayout, 'reward.withhold': withholdPayout },
  jobs: { 'reward.transfers': { everyMs: MINUTE_MS, run: askTransfersDue } },
};
