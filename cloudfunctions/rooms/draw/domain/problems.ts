import { areOddsSound } from '../../../kernel/fairness';
import { looksLikeDay } from '../../../kernel/wallet';
import {
  type ChanceSale,
  type Draw,
  type DrawPrize,
  dayKeys,
  oddsOf,
  type PrizeLot,
  type PrizeStock,
  periodOf,
} from './draw';
import { cellsOfStock } from './stock';

/** ¥50,000, chances of one order summed (SAMR order 32; Anti-Unfair-Competition Law). */
export const HIGHEST_PRIZE_FEN = 5_000_000;
/** A prize cell keeps every mark, so it stays small (protocol-of-holds.md, Horizon). */
export const MAX_CELL_UNITS = 200;
/** A read of a spin takes all cells of what was drawn. */
const MAX_CELLS = 16;
const MAX_DAYS = 366;
/** The nine-grid's fields around its button. */
const GRID_PRIZES = 8;

/** Everything that forbids publishing it; an empty list: it may be published. */
export function problemsOfDraw(draw: Draw): string[] {
  const problems = draw.prizes.flatMap(problemsOfPrize);
  if (!areOddsSound(oddsOf(draw))) problems.push('ODDS_NOT_A_MILLION');
  if (draw.prizes.filter(({ consolation }) => consolation).length !== 1) problems.push('NOT_ONE_CONSOLATION');
  if (new Set(draw.prizes.map(({ drawPrizeId }) => drawPrizeId)).size !== draw.prizes.length)
    problems.push('PRIZE_TWICE');
  if (draw.startsAtMs >= draw.endsAtMs || dayKeys(periodOf(draw)).length > MAX_DAYS) problems.push('TIME');
  if (draw.organiser === '' || draw.rules.length === 0) problems.push('RULES_MISSING');
  if (draw.layout === 'grid' && draw.prizes.length !== GRID_PRIZES) problems.push('NOT_EIGHT_PRIZES');
  if (draw.chanceSale && !isSaleSound(draw.chanceSale)) problems.push('CHANCE_SALE');
  const highestFen = Math.max(...draw.prizes.map(({ valueFen }) => valueFen));
  if (highestFen * draw.chancesPerOrder > HIGHEST_PRIZE_FEN) problems.push('PRIZE_ABOVE_LAW');
  return problems;
}

/** Points that cost nothing would be chances for nothing; a day's limit keeps a draw a draw. */
const isSaleSound = ({ points, perDay }: ChanceSale): boolean =>
  isWhole(points, 1, 1_000_000) && isWhole(perDay, 1, 10);

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function problemsOfPrize({ drawPrizeId, stock, kind, consolation, valueFen }: DrawPrize): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9_]{1,30}$/.test(drawPrizeId) || looksLikeDay(drawPrizeId)) problems.push(`PRIZE_ID:${drawPrizeId}`);
  if (!isWhole(valueFen, 0, HIGHEST_PRIZE_FEN)) problems.push(`PRIZE_VALUE:${drawPrizeId}`);
  // Without stock its cost cannot be set aside, so it must cost nothing but points.
  if (stock === null && kind !== 'points') problems.push(`NO_STOCK:${drawPrizeId}`);
  if (consolation && stock !== null) problems.push(`CONSOLATION_RUNS_OUT:${drawPrizeId}`);
  if (stock && !isStockSound(stock)) problems.push(`STOCK:${drawPrizeId}`);
  return problems;
}

const isStockSound = (stock: PrizeStock): boolean =>
  cellsOfStock(stock) <= MAX_CELLS &&
  [stock, ...(stock.added ?? [])].every((lot) => isLotSound(lot) && (lot.perDay === null) === (stock.perDay === null));

function isLotSound({ count, cellCount, burst, perDay }: PrizeLot): boolean {
  const fits = isWhole(cellCount, 1, MAX_CELLS) && isWhole(count, cellCount, MAX_CELL_UNITS * cellCount);
  return fits && isWhole(burst, 0, count) && (perDay === null || (cellCount === 1 && isWhole(perDay, 1, count)));
}
