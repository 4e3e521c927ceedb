import { shareOfUnits } from '../../../kernel/allocate';
import type { Fen } from '../../../kernel/fen';
import type { Quote, QuoteLine } from './quote';

/** What units of a line give back: money and points spent on them. */
export interface UnitShare {
  readonly paidFen: Fen;
  readonly points: number;
}

/**
 * Frozen share of the next units of a line: floor(net × k / n) less what the units before gave back. All n units
 * together give back exactly what was paid (rules.md section 2).
 * `unitsBefore`: units given back already; `units`: units to give back now; together at most the line's quantity.
 */
export function refundShare(line: QuoteLine, unitsBefore: number, units: number): UnitShare {
  const part = (net: number) =>
    shareOfUnits(net, unitsBefore + units, line.quantity) - shareOfUnits(net, unitsBefore, line.quantity);
  return { paidFen: part(line.paidFen), points: part(line.points) };
}

/** What each adjustment took off the next units of a line, by adjustment id: per line, per offer and per unit. */
export function refundShareByAdjustment(
  quote: Pick<Quote, 'adjustments' | 'lines'>,
  lineId: string,
  unitsBefore: number,
  units: number,
): ReadonlyMap<string, Fen> {
  const line = quote.lines.find((one) => one.lineId === lineId);
  if (!line) throw new RangeError(`no line ${lineId}`);
  const shares = new Map<string, Fen>();
  for (const { id, allocation } of quote.adjustments) {
    const takenFen = 0 - (allocation.find((entry) => entry.lineId === lineId)?.amountFen ?? 0);
    if (takenFen === 0) continue;
    const upTo = (k: number) => shareOfUnits(takenFen, k, line.quantity);
    shares.set(id, upTo(unitsBefore + units) - upTo(unitsBefore));
  }
  return shares;
}
