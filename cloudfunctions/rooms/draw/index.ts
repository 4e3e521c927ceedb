import { walletEffect } from '../../platform/effects';
import { operation, type Room } from '../../platform/room';
import { drawContract } from './contract';
import { type ChanceData, grantChances } from './domain/chance';
import { type RevokeData, revokeOfOrder } from './domain/revoke';
import { endChances } from './domain/upkeep';
import { settleSetAside } from './operations/publish';
import { settleSpin } from './operations/settle';
import { spin } from './operations/spin';
import { myPrizes, view } from './operations/view';

export type { DrawView, PrizeView } from './contract';
export type { Draw, DrawPrize } from './domain/draw';
export { type DrawDraft, publishDraw } from './operations/publish';
export { setAsides } from './operations/reckon';

export const drawRoom: Room = {
  resident: {
    'draw.view': operation(drawContract['draw.view'], view),
    'draw.spin': operation(drawContract['draw.spin'], spin),
    'draw.myPrizes': operation(drawContract['draw.myPrizes'], myPrizes),
  },
  effects: {
    'draw.chance': walletEffect<ChanceData>((wallet, data) => ({
      wallet: grantChances(wallet, data),
      cause: data.orderId,
    })),
    'draw.revoke': walletEffect<RevokeData>((wallet, data, { nowMs }) => ({
      ...revokeOfOrder(wallet, data, nowMs),
      cause: data.orderId,
    })),
  },
  settlers: { sp: settleSpin, dr: settleSetAside },
  upkeep: (wallet, nowMs) => ({ wallet: endChances(wallet, nowMs) }),
};
