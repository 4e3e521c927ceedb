import { HOUR_MS } from '../../kernel/period';
import { walletEffect } from '../../platform/effects';
import { operation, type Room } from '../../platform/room';
import { loyaltyContract } from './contract';
import { type EarnData, earnOnReceipt } from './domain/earn';
import { expirePoints } from './domain/expiry';
import { type TakeBackData, takeBackOnRefund } from './domain/take-back';
import { pointsHistory } from './operations/points';
import { reviewTiers } from './operations/review';

export type { PointsEntry } from './contract';
export { DEFAULT_PENDING_DAYS, type Granted, grantLotId, grantPoints } from './domain/earn';
export {
  type Earned,
  earnPoints,
  pendingPoints,
  pointsBalance,
  pointsOf,
  returnPoints,
  spendablePoints,
  spendPoints,
} from './domain/points';
export { lotsToReturn } from './domain/take-back';
export { pointsFor, tierProgress, tierRule } from './domain/tier';
export { ungrantPoints } from './domain/ungrant';
export { expirePoints };

export const loyaltyRoom: Room = {
  resident: { 'loyalty.points': operation(loyaltyContract['loyalty.points'], pointsHistory) },
  effects: {
    'loyalty.earn': walletEffect<EarnData>((wallet, data, { nowMs }) => {
      const { wallet: after, points } = earnOnReceipt(wallet, data, nowMs);
      return { wallet: after, points, kind: 'order-earned', cause: data.orderId };
    }),
    'loyalty.takeBack': walletEffect<TakeBackData>((wallet, data, { nowMs }) => ({
      wallet: takeBackOnRefund(wallet, data, nowMs),
      kind: 'order-taken-back',
      cause: data.orderId,
      ...(data.points === 0 ? {} : { points: -data.points }),
    })),
  },
  upkeep: (wallet, nowMs) => ({ wallet: expirePoints(wallet, nowMs) }),
  jobs: { 'loyalty.review': { everyMs: HOUR_MS, run: reviewTiers } },
};
