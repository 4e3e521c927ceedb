import { type AddedLot, type Draw, type DrawPrize, drawVersionId, type PrizeStock } from './draw';
import { MAX_CELL_UNITS } from './problems';
import { setAsideFen } from './stock';

/** What an operator may do to a draw that runs: more units, better odds. */
export interface Improvement {
  readonly drawPrizeId: string;
  readonly oddsPpm: number;
  readonly addUnits: number;
}

/** The next version: what is added to the odds is taken from the consolation; added units have a pace of their own from now on. */
export function improvedDraw(draw: Draw, improvements: readonly Improvement[], nowMs: number, asideOp: string): Draw {
  const by = new Map(improvements.map((improvement) => [improvement.drawPrizeId, improvement]));
  const changed = draw.prizes.map((prize) => improvedPrize(prize, by.get(prize.drawPrizeId), nowMs));
  const othersPpm = changed.reduce((sum, { consolation, oddsPpm }) => sum + (consolation ? 0 : oddsPpm), 0);
  const prizes = changed.map((prize) => (prize.consolation ? { ...prize, oddsPpm: 1_000_000 - othersPpm } : prize));
  const oddsVersion = draw.oddsVersion + 1;
  const asideFen = setAsideFen({ prizes }) - setAsideFen(draw);
  return { ...draw, _id: drawVersionId(draw.drawId, oddsVersion), oddsVersion, asideFen, asideOp, prizes };
}

function improvedPrize(prize: DrawPrize, improvement: Improvement | undefined, nowMs: number): DrawPrize {
  if (!improvement || prize.consolation) return prize;
  const { oddsPpm, addUnits } = improvement;
  const stock = prize.stock && addUnits > 0 ? withLot(prize.stock, addUnits, nowMs) : prize.stock;
  return { ...prize, oddsPpm, stock };
}

/** In cells of their own. A limit of the day grows with the units: it lies in one cell, which holds 200. */
function withLot(stock: PrizeStock, count: number, fromMs: number): PrizeStock {
  const cellCount = stock.perDay === null ? Math.ceil(count / MAX_CELL_UNITS) : 1;
  const perDay = stock.perDay === null ? null : Math.min(count, Math.max(1, stock.perDay));
  const lot: AddedLot = { count, cellCount, burst: Math.min(count, 1), perDay, fromMs };
  return { ...stock, added: [...(stock.added ?? []), lot] };
}

/**
 * Everything of a change that is not in the consumer's favour (SAMR order 32: what was published stands until the end); an
 * empty list: there is nothing. Prizes may be added; what there is keeps its value, its limits and its time to be claimed.
 */
export function problemsOfChange(before: Draw, after: Draw): string[] {
  const problems = before.prizes.flatMap((prize) => {
    const next = after.prizes.find(({ drawPrizeId }) => drawPrizeId === prize.drawPrizeId);
    return next
      ? problemsOfPrizeChange(prize, next).map((code) => `${code}:${prize.drawPrizeId}`)
      : [`TAKEN_OFF:${prize.drawPrizeId}`];
  });
  const asBefore = (['drawId', 'campaignId', 'organiser', 'startsAtMs', 'endsAtMs', 'seedHash'] as const).every(
    (field) => before[field] === after[field],
  );
  if (!asBefore || after.chancesPerOrder < before.chancesPerOrder) problems.push('TERMS_CHANGED');
  if (before.rules.some((rule, index) => after.rules[index] !== rule)) problems.push('RULES_CHANGED');
  if (before.chanceSale && !isSaleAsGood(before.chanceSale, after.chanceSale)) problems.push('SALE_WORSE');
  return problems;
}

const isSaleAsGood = (before: NonNullable<Draw['chanceSale']>, after: Draw['chanceSale']): boolean =>
  after !== null && after.points <= before.points && after.perDay >= before.perDay;

function problemsOfPrizeChange(before: DrawPrize, after: DrawPrize): string[] {
  const problems: string[] = [];
  if (!before.consolation && after.oddsPpm < before.oddsPpm) problems.push('ODDS_WORSE');
  if (after.valueFen !== before.valueFen || after.title !== before.title || after.kind !== before.kind)
    problems.push('PRIZE_CHANGED');
  if (after.consolation !== before.consolation || after.claimDays < before.claimDays) problems.push('PRIZE_CHANGED');
  if (!isLimitAsGood(before.perResident, after.perResident)) problems.push('LIMIT_WORSE');
  return isStockAsGood(before.stock, after.stock) ? problems : [...problems, 'STOCK_WORSE'];
}

const isLimitAsGood = (before: number | null, after: number | null): boolean =>
  after === null || (before !== null && after >= before);

/** What was opened stays as it is, unit by unit; only lots are added after it. */
function isStockAsGood(before: PrizeStock | null, after: PrizeStock | null): boolean {
  if (before === null || after === null) return before === after;
  const { added: addedBefore = [], ...firstBefore } = before;
  const { added: addedAfter = [], ...firstAfter } = after;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return same(firstBefore, firstAfter) && addedBefore.every((lot, index) => same(lot, addedAfter[index]));
}
