import type { Context } from '../../../platform/context';
import { isDone } from '../../../platform/holds/answers';
import type { NeighbourEvent } from '../domain/event';
import { nextInLine } from '../domain/line';
import type { PartyWrite } from '../domain/party';
import { writeParty } from '../store';

/** The event as it is after that update, as far as this call knows. */
export function afterWrite(
  event: NeighbourEvent,
  { residentId, after, left, waiting, came }: PartyWrite,
): NeighbourEvent {
  return {
    ...event,
    left: event.left + left,
    waiting: event.waiting + waiting,
    came: event.came + came,
    parties: { ...event.parties, [residentId]: after },
  };
}

/** What one call does for the line; the timer does the rest within a minute. */
const STEPS = 4;

/**
 * Offers free seats to who waits, in order, and takes back offers that ran out. Any number of calls at once: each step is
 * a condition on its household and on the seats. Where somebody else was quicker it stops, and the timer looks again.
 */
export async function moveUp(context: Context, event: NeighbourEvent, steps = STEPS): Promise<NeighbourEvent> {
  let now = event;
  for (let step = 0; step < steps; step += 1) {
    const next = nextInLine(now, context.nowMs);
    if (!next || !(await isDone(writeParty(context.db, event._id, next)))) break;
    now = afterWrite(now, next);
  }
  return now;
}
