import { areOddsSound, type OddsRow } from '../../../kernel/fairness';
import { type Period, shanghaiDay, startOfShanghaiDay, yyyymmdd } from '../../../kernel/period';
import { looksLikeDay } from '../../../kernel/wallet';

/** Units of a prize and how they are let go. */
export interface PrizeStock {
  readonly count: number;
  /** Fixed at creation; cell j holds the units i ≡ j. */
  readonly cellCount: number;
  /** Units that are free from the first moment, beyond the pace (rules.md section 5; default 1). */
  readonly burst: number;
  /** Units a Shanghai day, over all residents; null: no such limit. Needs one cell. */
  readonly perDay: number | null;
}

interface PrizeBase {
  readonly drawPrizeId: string;
  readonly title: string;
  readonly picture: string;
  readonly valueFen: number;
  /** Slots of the million. */
  readonly oddsPpm: number;
  /** Null: without end, which only points can be. */
  readonly stock: PrizeStock | null;
  readonly perResident: number | null;
  /** How long a prize waits for its winner. */
  readonly claimDays: number;
  /** What a prize that cannot be given turns into (参与奖): one a draw, without stock. */
  readonly consolation: boolean;
}

export type DrawPrize = PrizeBase &
  (
    | { readonly kind: 'coupon'; readonly templateId: string }
    | { readonly kind: 'points'; readonly points: number }
    | { readonly kind: 'product' | 'service' }
  );

/**
 * One published version of a draw. A running draw changes in the consumer's favour only, as a new version with its own
 * odds version (SAMR order 32, articles 12–14); old ones are kept.
 */
export interface Draw {
  /** `<draw id>_<odds version>` */
  readonly _id: string;
  readonly drawId: string;
  readonly oddsVersion: number;
  readonly campaignId: string | null;
  readonly title: string;
  readonly organiser: string;
  readonly rules: readonly string[];
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** SHA-256 of the seed, published before the first spin. */
  readonly seedHash: string;
  /** Most chances that one order can give: the law sums their prizes. */
  readonly chancesPerOrder: number;
  readonly prizes: readonly DrawPrize[];
}

/** ¥50,000, chances of one order summed (SAMR order 32; Anti-Unfair-Competition Law). */
export const HIGHEST_PRIZE_FEN = 5_000_000;
/** A prize cell keeps every mark, so it stays small (protocol-of-holds.md, Horizon). */
export const MAX_CELL_UNITS = 200;
const MAX_DAYS = 366;

export const drawVersionId = (drawId: string, oddsVersion: number): string => `${drawId}_${oddsVersion}`;

export const prizeCellId = (drawId: string, drawPrizeId: string, index: number): string =>
  `prize_${drawId}_${drawPrizeId}_${index}`;

export const prizeCellIds = ({ drawId }: Pick<Draw, 'drawId'>, { drawPrizeId, stock }: DrawPrize): string[] =>
  Array.from({ length: stock?.cellCount ?? 0 }, (_, index) => prizeCellId(drawId, drawPrizeId, index));

export const periodOf = (draw: Pick<Draw, 'startsAtMs' | 'endsAtMs'>): Period => ({
  startMs: draw.startsAtMs,
  endMs: draw.endsAtMs,
});

export const oddsOf = (draw: Draw): OddsRow[] =>
  draw.prizes.map(({ drawPrizeId, oddsPpm }) => ({ prizeId: drawPrizeId, weight: oddsPpm }));

export function prizeOf(draw: Draw, drawPrizeId: string): DrawPrize {
  const prize = draw.prizes.find((candidate) => candidate.drawPrizeId === drawPrizeId);
  if (!prize) throw new RangeError(`draw ${draw._id} has no prize ${drawPrizeId}`);
  return prize;
}

export function consolationOf(draw: Draw): DrawPrize {
  const prize = draw.prizes.find(({ consolation }) => consolation);
  if (!prize) throw new RangeError(`draw ${draw._id} has no consolation`);
  return prize;
}

/** Counter of a prize's units for one Shanghai day, beside `n` in its cell. */
export const dayKey = (nowMs: number): string => `d${yyyymmdd(nowMs)}`;

/** The Shanghai days of the draw, as counter keys. */
export function dayKeys({ startMs, endMs }: Period): string[] {
  const first = shanghaiDay(startMs);
  const days = shanghaiDay(endMs - 1) - first + 1;
  return Array.from({ length: days }, (_, step) => dayKey(startOfShanghaiDay(first + step)));
}

/** What is set aside for the prizes when the draw is published. */
export function setAsideFen(draw: Draw): number {
  return draw.prizes.reduce((sum, { stock, valueFen }) => sum + (stock?.count ?? 0) * valueFen, 0);
}

/** Everything that forbids publishing it; an empty list: it may be published. */
export function problemsOfDraw(draw: Draw): string[] {
  const problems = draw.prizes.flatMap(problemsOfPrize);
  if (!areOddsSound(oddsOf(draw))) problems.push('ODDS_NOT_A_MILLION');
  if (draw.prizes.filter(({ consolation }) => consolation).length !== 1) problems.push('NOT_ONE_CONSOLATION');
  if (new Set(draw.prizes.map(({ drawPrizeId }) => drawPrizeId)).size !== draw.prizes.length)
    problems.push('PRIZE_TWICE');
  if (draw.startsAtMs >= draw.endsAtMs || dayKeys(periodOf(draw)).length > MAX_DAYS) problems.push('TIME');
  if (draw.organiser === '' || draw.rules.length === 0) problems.push('RULES_MISSING');
  const highestFen = Math.max(...draw.prizes.map(({ valueFen }) => valueFen));
  if (highestFen * draw.chancesPerOrder > HIGHEST_PRIZE_FEN) problems.push('PRIZE_ABOVE_LAW');
  return problems;
}

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

function isStockSound({ count, cellCount, burst, perDay }: PrizeStock): boolean {
  const fits = isWhole(cellCount, 1, 16) && isWhole(count, cellCount, MAX_CELL_UNITS * cellCount);
  return fits && isWhole(burst, 0, count) && (perDay === null || (cellCount === 1 && isWhole(perDay, 1, count)));
}
