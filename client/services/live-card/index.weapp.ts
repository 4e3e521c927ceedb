import Taro from '@tarojs/taro';
import type { LiveCard } from './types';

export type { LiveCard } from './types';

/**
 * Makes what WeChat's own "forward" sends from here a card that WeChat keeps up to date (wx.updateShareMenu, base library
 * ≥ 2.4.0). Without an activity, or on a phone that cannot, the card is a plain one: nobody is told.
 */
export async function shareLive(ask: () => Promise<LiveCard>): Promise<void> {
  try {
    const { activityId, memberCount, roomLimit } = await ask();
    if (activityId === null) return;
    const parameterList = [
      { name: 'member_count', value: String(memberCount) },
      { name: 'room_limit', value: String(roomLimit) },
    ];
    await Taro.updateShareMenu({
      isUpdatableMessage: true,
      activityId,
      templateInfo: { parameterList },
    } as UpdateShare);
  } catch {
    // A plain card does as well.
  }
}

type UpdateShare = Parameters<typeof Taro.updateShareMenu>[0];
