import type { Context } from '../../../platform/context';
import { carryByTable } from '../../../platform/outbox/by-table';
import { carryOut } from '../../../platform/outbox/carry-out';
import type { DeciderRules } from '../../../platform/outbox/decider';
import type { NeighbourEvent } from '../domain/event';
import { dueEvents, EVENTS } from '../store';
import { eachEvent } from './each-event';

/** Carries out what the event owes: coupons of who came, the settling of its money. True: nothing is owed any more. */
export function carryOutEvent(context: Context, event: NeighbourEvent): Promise<boolean> {
  const { _id: causeId, rev, came } = event;
  const rules: DeciderRules = {
    collection: EVENTS,
    // Each check-in and each change of staff moves one of them: an effect added meanwhile is not taken for done.
    asRead: { rev, came },
    settleHold: (wallet) => wallet,
    isOnWallet: ({ kind }) => context.effects[kind] !== undefined,
    carry: (_, __, effect) => carryByTable(context, { causeId, residentId: '' }, effect),
  };
  return carryOut(context, rules, event);
}

/** Job: what events owe and a function that died has left. */
export async function carryOutDueEvents(context: Context): Promise<void> {
  await eachEvent(context, await dueEvents(context.db, context.nowMs), (event) => carryOutEvent(context, event));
}
