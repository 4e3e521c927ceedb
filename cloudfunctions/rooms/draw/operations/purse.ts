import { spendablePoints, spendPoints } from '../../loyalty';
import { mayBuyChances, type Purse } from '../domain/chance-sale';

/** Points that may buy chances: all but those of invitations. */
export const chancePurse: Purse = {
  spendable: (wallet, nowMs) => spendablePoints(wallet, nowMs, mayBuyChances),
  spend: (wallet, points, nowMs) => spendPoints(wallet, points, nowMs, mayBuyChances),
};
