import type { ProgrammeDraft } from '../../../cloudfunctions/rooms/referral';
import { LAUNCH, type RunTime } from './campaign';
import { TEMPLATES } from './coupons';

/** 请邻居来, while the launch runs: ¥10 off from ¥40 for both homes, at the new neighbour's first receipt. */
export function launchReferral(time: RunTime): ProgrammeDraft {
  const reward = { form: 'coupon', templateId: TEMPLATES.neighbour40 } as const;
  return {
    campaignId: LAUNCH,
    version: 1,
    ...time,
    inviterReward: reward,
    inviteeReward: reward,
    mostPerDay: 20,
    mostInAll: 50,
    lines: [
      { lineId: 'fresh', text: '我家菜都在这儿买，送得准，坏了真给退。' },
      { lineId: 'near', text: '早上下单，晚饭前就到，省得跑一趟。' },
      { lineId: 'people', text: '都是楼下的熟人，有事一说就办。' },
    ],
    shopName: '桂花里店',
    opensAtMinute: 7 * 60,
    closesAtMinute: 21 * 60,
    levels: 1,
    approval: null,
  };
}
