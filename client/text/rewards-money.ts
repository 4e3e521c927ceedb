import type { RewardRule } from '@kernel/reward';
import type { PayoutState } from '@rooms/reward/contract';

const rules: Readonly<Record<RewardRule, string>> = {
  'order-received': '收货',
  'order-add-on': '满额加餐',
  'referral-invitee': '邻居请来的',
  'referral-inviter': '请邻居来',
  'event-check-in': '到场参加活动',
  review: '写评价',
  compensation: '店里赔的',
};

/** What the money is for. */
export const ruleText = (rule: RewardRule): string => rules[rule];

const states: Readonly<Record<PayoutState, string>> = {
  due: '等店里核对',
  confirmed: '可以收了',
  sending: '正在转',
  waiting: '等您点收款',
  paid: '已到零钱',
  failed: '没转成',
  returned: '没收，退回店里了',
  withheld: '不发了',
};

export const payoutStateText = (state: PayoutState): string => states[state];
