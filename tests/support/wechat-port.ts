import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { WechatPort } from '../../cloudfunctions/platform/ports';

/** What tests put into a text so that WeChat finds it risky. */
export const RISKY = '代开发票';

/** What a chat shows of an updatable message, by activity. */
export interface LiveMessages {
  readonly [activityId: string]: { readonly memberCount: number; readonly roomLimit: number };
}

/** Texts and updatable messages as WeChat answers them, in one process. */
export function wechatTexts(clock: { readonly nowMs: number }) {
  const live = new Map<string, { memberCount: number; roomLimit: number }>();
  const port: Pick<WechatPort, 'checkText' | 'createActivityId' | 'setUpdatableMessage'> = {
    checkText: async ({ text }) => (text.includes(RISKY) ? 'risky' : 'pass'),
    createActivityId: async () => {
      const activityId = `activity_${live.size + 1}`;
      live.set(activityId, { memberCount: 0, roomLimit: 0 });
      return { activityId, endsAtMs: clock.nowMs + DAY_MS };
    },
    setUpdatableMessage: async ({ activityId, memberCount, roomLimit }) => {
      if (!live.has(activityId)) throw new Error('47510 invalid activity id');
      live.set(activityId, { memberCount, roomLimit });
    },
  };
  return { port, live: (): LiveMessages => Object.fromEntries(live) };
}

/** Of worlds whose rooms ask WeChat nothing. */
export const noWechat: WechatPort = {
  ...wechatTexts({ nowMs: 0 }).port,
  codeUnlimited: async () => '',
  groupOf: async () => null,
  sendSubscribeMessage: async () => 'sent',
};
