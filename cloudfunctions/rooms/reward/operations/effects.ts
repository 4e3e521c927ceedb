import { type IssueData, type RevokeData, revokeOpOf } from '../../../kernel/reward';
import { type WalletEffectOutcome, walletEffect } from '../../../platform/effects';
import { issuePromised, revokeCoupons } from '../../coupon';
import { grantChances, revokeOfOrder } from '../../draw';
import { grantLotId, grantPoints, ungrantPoints } from '../../loyalty';
import { type Givers, issued } from '../domain/issue';
import { revoked, type Takers } from '../domain/revoke';

const givers: Givers = {
  coupon: issuePromised,
  points: grantPoints,
  chances: grantChances,
};

const takers: Takers = {
  coupon: (wallet, couponId, reason, nowMs) => revokeCoupons(wallet, [couponId], reason, nowMs),
  points: ungrantPoints,
  lotId: grantLotId,
  chances: (wallet, orderId, nowMs) => revokeOfOrder(wallet, { orderId }, nowMs),
};

/** A revocation that the journal still knows came before its reward: an order undone while its outbox stood still. */
export const issueEffect = walletEffect<IssueData>(
  (wallet, data, { op }) =>
    issued(wallet, op, data, givers, wallet.journal[revokeOpOf(op)] !== undefined) as WalletEffectOutcome,
);

export const revokeEffect = walletEffect<RevokeData>(
  (wallet, data, { nowMs }) => revoked(wallet, data, takers, nowMs) as WalletEffectOutcome,
);
