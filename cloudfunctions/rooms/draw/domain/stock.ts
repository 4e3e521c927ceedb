import type { Period } from '../../../kernel/period';
import { type Draw, type DrawPrize, type PrizeLot, type PrizeStock, periodOf, prizeCellId } from './draw';

type Drawn = Pick<Draw, 'drawId' | 'startsAtMs' | 'endsAtMs'>;

/** A lot with the time that its pace runs over, and the number of its first cell. */
export interface PacedLot extends PrizeLot {
  readonly period: Period;
  readonly firstCell: number;
}

/** Of the first version, then as they were added: cells are numbered on through all of them. */
export function lotsOf(draw: Pick<Draw, 'startsAtMs' | 'endsAtMs'>, stock: PrizeStock): PacedLot[] {
  const { added = [], ...first } = stock;
  const whole = periodOf(draw);
  let firstCell = first.cellCount;
  const later = added.map(({ fromMs, ...lot }): PacedLot => {
    const placed = { ...lot, period: { ...whole, startMs: fromMs }, firstCell };
    firstCell += lot.cellCount;
    return placed;
  });
  return [{ ...first, period: whole, firstCell: 0 }, ...later];
}

export const cellsOfStock = ({ cellCount, added = [] }: PrizeStock): number =>
  added.reduce((sum, lot) => sum + lot.cellCount, cellCount);

export const unitsOfStock = ({ count, added = [] }: PrizeStock): number =>
  added.reduce((sum, lot) => sum + lot.count, count);

/** Null: no such limit. */
export const dayLimitOf = ({ perDay, added = [] }: PrizeStock): number | null =>
  perDay === null ? null : added.reduce((sum, lot) => sum + (lot.perDay ?? 0), perDay);

export const prizeCellIds = ({ drawId }: Pick<Draw, 'drawId'>, { drawPrizeId, stock }: DrawPrize): string[] =>
  Array.from({ length: stock ? cellsOfStock(stock) : 0 }, (_, index) => prizeCellId(drawId, drawPrizeId, index));

export const allPrizeCells = (draw: Draw): string[] => draw.prizes.flatMap((prize) => prizeCellIds(draw, prize));

/**
 * Units that may be out at this moment: floor(n × elapsed share) + burst, at most n (rules.md section 5). The same as
 * "unit i is free from start + (i − burst) × T / n".
 */
export function unitsFree({ count, burst }: Pick<PrizeLot, 'count' | 'burst'>, period: Period, nowMs: number): number {
  const wholeMs = period.endMs - period.startMs;
  const elapsedMs = Math.min(Math.max(nowMs - period.startMs, 0), wholeMs);
  return Math.min(count, Math.floor((count * elapsedMs) / wholeMs) + burst);
}

/** Of all lots that are published by then. */
export const stockFree = (draw: Drawn, stock: PrizeStock, nowMs: number): number =>
  lotsOf(draw, stock)
    .filter(({ period, firstCell }) => firstCell === 0 || period.startMs <= nowMs)
    .reduce((sum, lot) => sum + unitsFree(lot, lot.period, nowMs), 0);

/** Of the units 1 … upTo, those with i ≡ index (mod cells): the ones that this cell holds. */
export function unitsOfCell(upTo: number, index: number, cellCount: number): number {
  if (index === 0) return Math.floor(upTo / cellCount);
  return upTo < index ? 0 : Math.floor((upTo - index) / cellCount) + 1;
}

/** What is set aside for its prizes by all its versions together. */
export function setAsideFen(draw: Pick<Draw, 'prizes'>): number {
  return draw.prizes.reduce((sum, { stock, valueFen }) => sum + (stock ? unitsOfStock(stock) : 0) * valueFen, 0);
}
