import type { MessageFacts } from '../../../kernel/messages';
import type { Context } from '../../../platform/context';
import { findEvent } from '../store';

/** What a household that comes is reminded of; called off, it hears that instead. Null: it does not come, or it has begun. */
export async function eventReminder(
  { db, nowMs }: Context,
  residentId: string,
  eventId: string,
): Promise<{ readonly facts: MessageFacts['event-soon']; readonly atMs: number } | null> {
  const event = await findEvent(db, eventId);
  if (event?.parties[residentId]?.state !== 'going' || nowMs >= event.plan.startsAtMs) return null;
  const { title, place, startsAtMs } = event.plan;
  return { facts: { title, place, startsAtMs, isCalledOff: event.state === 'called-off' }, atMs: startsAtMs };
}
