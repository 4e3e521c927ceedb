import { MINUTE_MS } from '../../kernel/period';
import type { StaffRole } from '../../platform/context';
import { operation, type Room, staffOperation, staffOperationAhead } from '../../platform/room';
import { drawContract, staffDrawContract } from './contract';
import { notePrizes } from './domain/notes';
import { endChances } from './domain/upkeep';
import { board } from './operations/board';
import { buyChance } from './operations/buy-chance';
import { listDraws } from './operations/cards';
import { claim } from './operations/claim';
import { readCode } from './operations/counter';
import { handOvers } from './operations/counter-log';
import { declineHandOver, findPrize, handOver } from './operations/hand-over';
import { improve } from './operations/improve';
import { settleSetAside } from './operations/publish';
import { settleSpin } from './operations/settle';
import { SETTLE_EVERY_MS, settleEnded, settlement, settlementOutbox, settleRound } from './operations/settlement';
import { spin } from './operations/spin';
import { mySpins } from './operations/spins';
import { giveUnitsBack } from './operations/units-back';
import { myPrizes, view } from './operations/view';
import { winners } from './operations/winners';
import { PRIZE_NOTES } from './store';

export type { DrawView, PrizeView } from './contract';
export { type ChanceData, grantChances } from './domain/chance';
export type { Draw, DrawPrize } from './domain/draw';
export { type RevokeData, revokeOfOrder } from './domain/revoke';
export { type DrawDraft, publishDraw } from './operations/publish';
export { wordsOfDrawMarks } from './operations/reckon';

/** Who stands at the counter. */
const COUNTER: readonly StaffRole[] = ['shop', 'operator', 'owner'];
const OPERATORS: readonly StaffRole[] = ['operator', 'owner'];

export const drawRoom: Room = {
  resident: {
    'draw.view': operation(drawContract['draw.view'], view),
    'draw.spin': operation(drawContract['draw.spin'], spin),
    'draw.myPrizes': operation(drawContract['draw.myPrizes'], myPrizes),
    'draw.winners': operation(drawContract['draw.winners'], winners),
    'draw.mySpins': operation(drawContract['draw.mySpins'], mySpins),
    'draw.claim': operation(drawContract['draw.claim'], claim),
    'draw.buyChance': operation(drawContract['draw.buyChance'], buyChance),
  },
  staff: {
    'draw.findPrize': staffOperationAhead(staffDrawContract['draw.findPrize'], COUNTER, readCode, findPrize),
    'draw.handOver': staffOperationAhead(staffDrawContract['draw.handOver'], COUNTER, readCode, handOver),
    'draw.declineHandOver': staffOperationAhead(
      staffDrawContract['draw.declineHandOver'],
      COUNTER,
      readCode,
      declineHandOver,
    ),
    'draw.handOvers': staffOperation(staffDrawContract['draw.handOvers'], COUNTER, handOvers),
    'draw.list': staffOperation(staffDrawContract['draw.list'], OPERATORS, listDraws),
    'draw.board': staffOperation(staffDrawContract['draw.board'], OPERATORS, board),
    'draw.settlement': staffOperation(staffDrawContract['draw.settlement'], OPERATORS, settlement),
    'draw.improve': staffOperation(staffDrawContract['draw.improve'], OPERATORS, improve),
  },
  outboxes: [settlementOutbox],
  settlers: { sp: settleSpin, dr: settleSetAside, de: settleRound },
  upkeep: (wallet, nowMs) => {
    // What is noted is what the wallet already says: before anything ends by the clock.
    const noted = notePrizes(wallet, nowMs);
    const archive = noted.notes.map((document) => ({ collection: PRIZE_NOTES, document }));
    return { wallet: endChances(noted.wallet, nowMs), archive };
  },
  jobs: {
    'draw.unitsBack': { everyMs: MINUTE_MS, run: giveUnitsBack },
    'draw.settle': { everyMs: SETTLE_EVERY_MS, run: settleEnded },
  },
};
