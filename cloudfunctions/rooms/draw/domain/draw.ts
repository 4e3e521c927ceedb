import type { OddsRow } from '../../../kernel/fairness';
import { type Period, shanghaiDay, startOfShanghaiDay, yyyymmdd } from '../../../kernel/period';

/** Units that were published together, and how they are let go. */
export interface PrizeLot {
  readonly count: number;
  /** Fixed at creation; cell j of them holds the units i ≡ j. */
  readonly cellCount: number;
  /** Units that are free from the first moment, beyond the pace (rules.md section 5; default 1). */
  readonly burst: number;
  /** Units a Shanghai day, over all residents; null: no such limit. Needs one cell. */
  readonly perDay: number | null;
}

/** Units of a prize: those of the first version, and what later versions added, each lot in cells of its own. */
export interface PrizeStock extends PrizeLot {
  readonly added?: readonly AddedLot[];
}

/** Its own pace runs from when it was published. */
export interface AddedLot extends PrizeLot {
  readonly fromMs: number;
}

interface PrizeBase {
  readonly drawPrizeId: string;
  readonly title: string;
  /** 袋, 盒, 张 … */
  readonly unit: string;
  /** 1: first prize; null: none. */
  readonly tier: number | null;
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

export type DrawLayout = 'wheel' | 'grid';

/** One chance for so many points, so many a resident and Shanghai day. */
export interface ChanceSale {
  readonly points: number;
  readonly perDay: number;
}

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
  /** What the page says above the wheel: 收到一单，抽一次. */
  readonly headline: string;
  /** Eight prizes fit a nine-grid. */
  readonly layout: DrawLayout;
  /** Null: chances are not sold. */
  readonly chanceSale: ChanceSale | null;
  readonly organiser: string;
  readonly rules: readonly string[];
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** SHA-256 of the seed, published before the first spin. */
  readonly seedHash: string;
  /** Most chances that one order can give: the law sums their prizes. */
  readonly chancesPerOrder: number;
  /** What this version set aside in its campaign's budget: for all prizes, or for those that it added. */
  readonly asideFen: number;
  /** Op of that mark. */
  readonly asideOp: string;
  readonly prizes: readonly DrawPrize[];
}

export const drawVersionId = (drawId: string, oddsVersion: number): string => `${drawId}_${oddsVersion}`;

export const prizeCellId = (drawId: string, drawPrizeId: string, index: number): string =>
  `prize_${drawId}_${drawPrizeId}_${index}`;

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
