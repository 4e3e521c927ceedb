import type { Fen } from '../../../kernel/fen';
import { floorOfRate, type RateBps } from '../../../kernel/rate';
import type { Quote } from './quote';

/** Goods that earn: what is paid of them, without freight, the points part and noPromotion lines. */
export function earningFen(quote: Pick<Quote, 'lines'>): Fen {
  return quote.lines.reduce((sum, line) => sum + (line.noPromotion ? 0 : line.paidFen), 0);
}

/** floor(floor(paid goods fen / 100) × tier multiplier / 10,000): one point a full yuan, times the tier's rate. */
export function pointsEarned(paidGoodsFen: Fen, pointsRateBps: RateBps): number {
  return floorOfRate(Math.floor(paidGoodsFen / 100), pointsRateBps);
}
