import type { ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import type { Effect } from '../../../platform/effects';
import { isDone } from '../../../platform/holds/answers';
import { logStaffAction } from '../../../platform/staff';
import type { CheckedInView, staffEventContract } from '../contract';
import { type CheckIn, decideCheckIn } from '../domain/check-in';
import type { NeighbourEvent } from '../domain/event';
import { findEvent, writeParty } from '../store';
import { carryOutEvent } from './carry-out';
import { afterWrite } from './move-up';

type Input = ParsedInputOf<(typeof staffEventContract)['event.checkIn']>;

const MOST_ROUNDS = 8;

/**
 * Staff scans a household's code at the entrance. Scanned twice, on two phones or again after a lost answer, it is one
 * check-in and one coupon. Refused: EVENT_UNKNOWN, EVENT_CODE_UNKNOWN, EVENT_CODE_TWICE (8 digits that two households
 * share: scan instead), EVENT_OWN_CODE, EVENT_EARLY, EVENT_OVER, EVENT_CALLED_OFF, EVENT_NO_SEAT.
 */
export async function checkIn(context: StaffContext, { eventId, code }: Input): Promise<Result<CheckedInView>> {
  const { db, staffId, nowMs } = context;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const event = await findEvent(db, eventId);
    if (!event || event.state === 'draft') return refuse('EVENT_UNKNOWN', {});
    const decision = decideCheckIn(event, { code, staffId, nowMs });
    if ('ok' in decision) return decision;
    if ('keep' in decision) return ok(viewOf(event, decision.keep));
    const effects: { [id: string]: Effect } = { ...decision.effects };
    const owed = Object.keys(effects).length === 0 ? undefined : { effects, dueAtMs: nowMs };
    if (!(await isDone(writeParty(db, eventId, decision.write, owed)))) continue;
    const after = afterWrite(event, decision.write);
    await Promise.all([
      carryOutEvent(context, {
        ...after,
        effects: { ...event.effects, ...effects },
        ...(owed ? { effectsDueAt: nowMs } : {}),
      }),
      logCheckIn(context, event, decision.value),
    ]);
    return ok(viewOf(after, decision.value));
  }
  return refuse('BUSY', {});
}

const logCheckIn = (context: StaffContext, { _id }: NeighbourEvent, { residentId, party }: CheckIn): Promise<void> =>
  logStaffAction(context, {
    operation: 'event.checkIn',
    target: _id,
    before: null,
    after: { residentId, seats: party.seats },
  });

function viewOf({ _id: eventId, plan, thanks, came }: NeighbourEvent, { party, isRepeat }: CheckIn): CheckedInView {
  const { name, seats, cameAtMs } = party;
  return {
    ...{ eventId, title: plan.title, name, seats, isRepeat, came },
    cameAtMs: cameAtMs ?? 0,
    thanksTitle: thanks?.promise.title ?? null,
  };
}
