import type { Page, ParsedInputOf } from '../../../contract';
import { PAGE_ROWS } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { logStaffAction } from '../../../platform/staff';
import { rememberEstates } from '../../account';
import type { GuestView, StaffEventView, staffEventContract } from '../contract';
import { checkInTime } from '../domain/event';
import { guestViews } from '../domain/views';
import { eventsPage, findEvent, openEvents } from '../store';
import { carryOutEvent } from './carry-out';
import { staffView } from './staff-view';
import { endEvent } from './tend';

type Input<Name extends keyof typeof staffEventContract> = ParsedInputOf<(typeof staffEventContract)[Name]>;

/** All events, the newest first, drafts too. */
export async function board(
  context: StaffContext,
  { cursor }: Input<'event.board'>,
): Promise<Result<Page<StaffEventView>>> {
  const before = cursor === undefined ? null : Number(cursor);
  const [events] = await Promise.all([eventsPage(context.db, before, PAGE_ROWS + 1), rememberEstates(context)]);
  const shown = events.slice(0, PAGE_ROWS);
  const rows = await Promise.all(shown.map((event) => staffView(context, event)));
  const next = events.length > PAGE_ROWS ? String(shown.at(-1)?.createdAtMs ?? 0) : null;
  return ok({ rows, next });
}

/** What the scanner at an entrance chooses from. */
export async function today(context: StaffContext): Promise<Result<{ readonly events: readonly StaffEventView[] }>> {
  const [open] = await Promise.all([openEvents(context.db), rememberEstates(context)]);
  const now = open.filter(({ plan }) => checkInTime(plan, context.nowMs) === 'open');
  return ok({ events: await Promise.all(now.map((event) => staffView(context, event))) });
}

/** Refused: EVENT_UNKNOWN. */
export async function guests(
  context: StaffContext,
  { eventId }: Input<'event.guests'>,
): Promise<Result<{ readonly event: StaffEventView; readonly guests: readonly GuestView[] }>> {
  const event = await findEvent(context.db, eventId);
  if (!event) return refuse('EVENT_UNKNOWN', {});
  return ok({ event: await staffView(context, event), guests: guestViews(event) });
}

const MOST_ROUNDS = 6;

/** The event does not take place; who came keeps the coupon. Saying it again changes nothing. Refused: EVENT_UNKNOWN, EVENT_OVER. */
export async function callOff(
  context: StaffContext,
  { eventId, why }: Input<'event.callOff'>,
): Promise<Result<StaffEventView>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const event = await findEvent(context.db, eventId);
    if (!event) return refuse('EVENT_UNKNOWN', {});
    if (event.state === 'over') return refuse('EVENT_OVER', {});
    if (event.state === 'called-off') {
      await carryOutEvent(context, event);
      return ok(await staffView(context, event));
    }
    await logStaffAction(context, { operation: 'event.callOff', target: eventId, before: event.state, after: why });
    await endEvent(context, event, { state: 'called-off', calledOffWhy: why }).catch(answered);
  }
  throw new NoAnswer(`calling off of event ${eventId}`);
}

/** Not known whether it was done: the event is read again and says so. */
function answered(error: unknown): void {
  if (!(error instanceof NoAnswer)) throw error;
}
