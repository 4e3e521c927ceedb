import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { NeighbourEvent } from '../domain/event';

/** A job's work: one that fails is due again next minute, and does not stop the others. */
export function eachEvent(
  context: Context,
  events: readonly NeighbourEvent[],
  work: (event: NeighbourEvent) => Promise<unknown>,
): Promise<void> {
  return eachAtOnce(events, async (event) => {
    try {
      await work(event);
    } catch (error) {
      context.log.error('event-later', { eventId: event._id, why: String(error) });
    }
  });
}
