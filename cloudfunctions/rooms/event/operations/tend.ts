import { hashOf } from '../../../kernel/ids';
import { DAY_MS } from '../../../kernel/period';
import type { Context } from '../../../platform/context';
import type { Effect } from '../../../platform/effects';
import { CREDIT_CELL } from '../../../platform/outbox/cells';
import { checkInTime, type NeighbourEvent, seatsPaidFor, times } from '../domain/event';
import { changeEvent, openEvents } from '../store';
import { eachEvent } from './each-event';
import { moveUp } from './move-up';

/** Job: offers that ran out, seats for who waits, and events that are over. */
export async function tendEvents(context: Context): Promise<void> {
  await eachEvent(context, await openEvents(context.db), (event) => {
    const isLate = checkInTime(event.plan, context.nowMs) === 'late';
    return isLate
      ? endEvent(context, event, { state: 'over' })
      : moveUp(context, event, Object.keys(event.parties).length);
  });
}

/**
 * open → over or called off, by one CAS that counts who came: the money of every coupon that nobody earned is the
 * campaign's again. False: somebody checked in, or changed it, meanwhile.
 */
export async function endEvent(
  context: Context,
  event: NeighbourEvent,
  change: { readonly state: 'over' | 'called-off'; readonly calledOffWhy?: string },
): Promise<boolean> {
  const effects = moneyBack(event, context.nowMs);
  const owed = Object.keys(effects).length === 0 ? {} : { effects, dueAtMs: context.nowMs };
  const shownUntilMs = change.state === 'over' ? event.plan.endsAtMs : event.plan.endsAtMs + DAY_MS;
  return changeEvent(context.db, event, { set: { ...change, shownUntilMs }, came: event.came, ...owed });
}

function moneyBack(event: NeighbourEvent, nowMs: number): { [id: string]: Effect } {
  const { _id, thanks, came } = event;
  const unused = seatsPaidFor(event) - came;
  if (!thanks || unused <= 0) return {};
  const { cellId, q } = thanks.reserve;
  const data = { q: times(q, unused) };
  const effect = { kind: CREDIT_CELL, target: cellId, op: returnOpOf(_id), at: nowMs, done: false, data };
  return { money_back: effect };
}

export const returnOpOf = (eventId: string): string => `evr_${hashOf(eventId)}`;
