import { operation, type Room } from '../../platform/room';
import { drawContract } from './contract';
import { endChances } from './domain/upkeep';
import { buyChance } from './operations/buy-chance';
import { settleSetAside } from './operations/publish';
import { settleSpin } from './operations/settle';
import { spin } from './operations/spin';
import { myPrizes, view } from './operations/view';
import { winners } from './operations/winners';

export type { DrawView, PrizeView } from './contract';
export { type ChanceData, grantChances } from './domain/chance';
export type { Draw, DrawPrize } from './domain/draw';
export { type RevokeData, revokeOfOrder } from './domain/revoke';
export { type DrawDraft, publishDraw } from './operations/publish';
export { setAsides } from './operations/reckon';

export const drawRoom: Room = {
  resident: {
    'draw.view': operation(drawContract['draw.view'], view),
    'draw.spin': operation(drawContract['draw.spin'], spin),
    'draw.myPrizes': operation(drawContract['draw.myPrizes'], myPrizes),
    'draw.winners': operation(drawContract['draw.winners'], winners),
    'draw.buyChance': operation(drawContract['draw.buyChance'], buyChance),
  },
  settlers: { sp: settleSpin, dr: settleSetAside },
  upkeep: (wallet, nowMs) => ({ wallet: endChances(wallet, nowMs) }),
};
