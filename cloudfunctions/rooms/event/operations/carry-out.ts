import type { Context } from '../../../platform/context';
import { outboxOf } from '../../../platform/outbox/outbox';
import type { NeighbourEvent } from '../domain/event';
import { EVENTS } from '../store';

/** What events owe: coupons of who came, the settling of their money. */
export const eventOutbox = outboxOf<NeighbourEvent>({
  collection: EVENTS,
  // Each check-in and each change of staff moves one of them: an effect added meanwhile is not taken for done.
  asRead: ({ rev, came }) => ({ rev, came }),
  residentOf: () => '',
});

/** True: nothing is owed any more. */
export const carryOutEvent = (context: Context, event: NeighbourEvent): Promise<boolean> =>
  eventOutbox.carryOut(context, event);
