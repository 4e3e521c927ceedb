import type { Room } from '../../platform/room';
import { issueEffect, revokeEffect } from './operations/effects';

export const rewardRoom: Room = {
  effects: { 'reward.issue': issueEffect, 'reward.revoke': revokeEffect },
};
