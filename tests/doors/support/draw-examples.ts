import { LAUNCH_DRAW } from '../../../tools/seed/base';

const CURSOR = `1763776800000~${'0'.repeat(32)}`;
/** As a person types it: of nobody. */
const CODE = '7k51 9264 0xyz 3mpq';

export const drawExamples = (orderId: string) => ({
  'draw.view': { drawId: LAUNCH_DRAW },
  'draw.spin': { drawId: LAUNCH_DRAW, chanceId: `order:${orderId}:1` },
  'draw.myPrizes': { cursor: 'c1' },
  'draw.mySpins': { drawId: LAUNCH_DRAW, cursor: 'c1' },
  'draw.winners': { drawId: LAUNCH_DRAW, cursor: 'c1' },
  'draw.claim': { prizeId: `order:${orderId}:1`, way: 'pick-up' },
  'draw.buyChance': { drawId: LAUNCH_DRAW },
});

export const STAFF_DRAW_EXAMPLES = {
  'draw.findPrize': { code: CODE },
  'draw.handOver': { code: CODE, by: 'scan' },
  'draw.declineHandOver': { code: CODE, reason: '不是本人' },
  'draw.handOvers': { cursor: CURSOR },
  'draw.list': {},
  'draw.board': { drawId: LAUNCH_DRAW },
  'draw.settlement': { drawId: LAUNCH_DRAW },
  'draw.improve': {
    ...{ drawId: LAUNCH_DRAW, oddsVersion: 1 },
    prizes: [{ drawPrizeId: 'milk', oddsPpm: 30_000, addUnits: 10 }],
  },
};
