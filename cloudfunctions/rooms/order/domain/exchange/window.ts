import type { EpochMs } from '../../../../kernel/period';
import { isHandedOver } from '../exchange-states';
import { AFTER_SALES_MS } from '../refund/limits';
import type { Refund, Step, Units } from '../refund/record';
import { countedRefunds, type Sold } from '../refund/units';
import { type Exchange, exchangesOf } from './record';

interface SoldInTime extends Sold {
  readonly timeline: { readonly received?: Step };
}

/**
 * From when on units of an exchange have 7 days of their own: fresh ones from their hand-over; bad ones that the shop had none for
 * from the end of the exchange, since who withdraws it may ask for money instead. Null: they have none.
 */
function ownDaysFromMs({ state, timeline }: Exchange): EpochMs | null {
  if (isHandedOver(state)) return timeline['handed-over']?.atMs ?? null;
  const isDropped = state === 'withdrawn' || state === 'declined';
  return isDropped && timeline['no-stock'] ? (timeline[state]?.atMs ?? null) : null;
}

const untilMs = (fromMs: EpochMs): EpochMs => fromMs + AFTER_SALES_MS;

/** Units of a line with days of their own. */
interface Batch {
  readonly fromMs: EpochMs;
  units: number;
}

interface Request {
  readonly atMs: EpochMs;
  readonly units: number;
  /** Of what came with the order, as long as there is some: asked for in its own 7 days, or opened by support. */
  readonly isOfOrder: boolean;
}

/**
 * Units of a line whose own 7 days are not over, less what was asked for of them: these can be asked for whatever the age of the
 * order. Nobody tells units apart, so while the order's days run those that came with it are asked for first.
 */
export function freshUnits(sold: SoldInTime, lineId: string, nowMs: EpochMs): number {
  const batches = batchesOf(sold, lineId);
  let ofOrder = sold.quote.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
  for (const { atMs, units, isOfOrder } of requestsFor(sold, lineId)) {
    const old = isOfOrder ? Math.min(units, ofOrder) : 0;
    ofOrder -= old;
    take(batches, units - old, atMs);
  }
  return live(batches, nowMs).reduce((sum, { units }) => sum + units, 0);
}

/** The end of after-sales for what has days of its own; null: none of it is open. */
export function freshWindowMs(sold: Pick<Sold, 'exchanges'>, nowMs: EpochMs): EpochMs | null {
  const ends = Object.values(exchangesOf(sold)).flatMap((exchange) => {
    const fromMs = ownDaysFromMs(exchange);
    return fromMs !== null && nowMs < untilMs(fromMs) ? [untilMs(fromMs)] : [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

function batchesOf(sold: SoldInTime, lineId: string): Batch[] {
  const all = Object.values(exchangesOf(sold)).flatMap((exchange): Batch[] => {
    const fromMs = ownDaysFromMs(exchange);
    return fromMs === null ? [] : [{ fromMs, units: exchange.units[lineId] ?? 0 }];
  });
  return all.sort((a, b) => a.fromMs - b.fromMs);
}

const live = (batches: readonly Batch[], atMs: EpochMs): Batch[] =>
  batches.filter(({ fromMs }) => fromMs <= atMs && atMs < untilMs(fromMs));

/** Those whose days end first. */
function take(batches: readonly Batch[], units: number, atMs: EpochMs): void {
  let left = units;
  for (const batch of live(batches, atMs)) {
    const taken = Math.min(left, batch.units);
    batch.units -= taken;
    left -= taken;
  }
}

/** In turn: refunds and exchanges that hold units of the line, or did until there were none. */
function requestsFor(sold: SoldInTime, lineId: string): Request[] {
  const exchanges = Object.values(exchangesOf(sold));
  const instead = new Set(exchanges.flatMap(({ refundNumber }) => refundNumber ?? []));
  const counted = new Set(countedRefunds(sold));
  // Money instead of an exchange was asked for with the exchange.
  const refunds = Object.entries(sold.refunds).flatMap(([no, one]) =>
    counted.has(one) && !instead.has(no) ? [one] : [],
  );
  const asked = exchanges.filter((one) => !isUndone(one));
  const endMs = sold.timeline.received ? untilMs(sold.timeline.received.atMs) : Number.POSITIVE_INFINITY;
  const of = ({ atMs, units }: { readonly atMs: EpochMs; readonly units: Units }, byShop: boolean): Request => {
    return { atMs, units: units[lineId] ?? 0, isOfOrder: byShop || atMs < endMs };
  };
  return [...refunds.map((one) => of(one, !isAskedFor(one))), ...asked.map((one) => of(one, false))].sort(
    (a, b) => a.atMs - b.atMs,
  );
}

/** It came to nothing, and its units are as they were. */
const isUndone = (exchange: Exchange): boolean =>
  (exchange.state === 'withdrawn' || exchange.state === 'declined') && ownDaysFromMs(exchange) === null;

const isAskedFor = ({ timeline }: Pick<Refund, 'timeline'>): boolean =>
  Object.values(timeline).some(({ by }) => by === 'resident');
