import type { ParsedInputOf } from '../../../contract';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { type Json, NoAnswer } from '../../../platform/db';
import { orUnknown } from '../../../platform/holds/answers';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { estateFacts } from '../../account';
import type { StaffEventView, staffEventContract } from '../contract';
import type { EventPlan, NeighbourEvent } from '../domain/event';
import { findEvent, insertEvent } from '../store';
import { moveUp } from './move-up';
import { withMoney } from './publish';
import { staffView } from './staff-view';

type Input = ParsedInputOf<(typeof staffEventContract)['event.save']>;
type Answer = Promise<Result<StaffEventView>>;

const MOST_ROUNDS = 4;

/**
 * A new draft, or a change of one. Of a published event words, time and place may change, and seats be added; its coupon
 * stays as it was promised. Refused: ESTATE_UNKNOWN, EVENT_UNKNOWN, EVENT_CALLED_OFF, EVENT_OVER, EVENT_CAPACITY {least},
 * EVENT_THANKS_FIXED, EVENT_UNSOUND, BUDGET_GONE.
 */
export async function save(context: StaffContext, { eventId, ...input }: Input, call: Call): Answer {
  if (!(await estateFacts(context, input.estateId))) return refuse('ESTATE_UNKNOWN', {});
  const plan = planOf(input);
  return eventId === undefined ? create(context, plan, call) : change(context, eventId, plan, call);
}

const planOf = ({ placeNote, weatherNote, thanksTemplateId, ...rest }: Omit<Input, 'eventId'>): EventPlan => ({
  ...rest,
  placeNote: placeNote ?? '',
  weatherNote: weatherNote ?? '',
  thanksTemplateId: thanksTemplateId ?? null,
});

async function create(context: StaffContext, plan: EventPlan, { requestKey }: Call): Answer {
  const event: NeighbourEvent = {
    _id: `ev_${hashOf(context.staffId, requestKey)}`,
    ...{ rev: 0, state: 'draft', plan, createdAtMs: context.nowMs },
    ...{ shownUntilMs: null, changedAtMs: null, calledOffWhy: null, thanks: null },
    ...{ left: 0, waiting: 0, came: 0, parties: {}, money: {}, effects: {} },
  };
  await orUnknown(insertEvent(context.db, event));
  const stored = await findEvent(context.db, event._id);
  if (!stored) throw new NoAnswer(`insert of event ${event._id}`);
  await log(context, event._id, null, plan);
  return ok(await staffView(context, stored));
}

async function change(context: StaffContext, eventId: string, plan: EventPlan, call: Call): Answer {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const event = await findEvent(context.db, eventId);
    if (!event) return refuse('EVENT_UNKNOWN', {});
    if (isSame(event.plan, plan)) return ok(await staffView(context, event));
    const against = refusalOf(event, plan, context.nowMs);
    if (against) return against;
    const isOpen = event.state === 'open';
    const more = isOpen ? plan.capacity - event.plan.capacity : 0;
    const moved = isOpen && movesGuests(event.plan, plan) ? { changedAtMs: context.nowMs } : {};
    const shown = isOpen ? { shownUntilMs: plan.endsAtMs } : {};
    const write = { set: { plan, ...moved, ...shown }, ...(more > 0 ? { left: more } : {}) };
    const done = await withMoney(context, event, { call, thanks: isOpen ? event.thanks : null, seats: more }, write);
    if (!done.ok) return done;
    if (!done.data) continue;
    await log(context, eventId, event.plan, plan);
    const now = await findEvent(context.db, eventId);
    if (now) return ok(await staffView(context, await moveUp(context, now)));
  }
  throw new NoAnswer(`change of event ${eventId}`);
}

function refusalOf({ state, plan: before }: NeighbourEvent, plan: EventPlan, nowMs: number) {
  if (state === 'called-off') return refuse('EVENT_CALLED_OFF', {});
  if (state === 'over') return refuse('EVENT_OVER', {});
  if (state === 'draft') return null;
  if (plan.capacity < before.capacity) return refuse('EVENT_CAPACITY', { least: before.capacity });
  if (plan.thanksTemplateId !== before.thanksTemplateId) return refuse('EVENT_THANKS_FIXED', {});
  const isBackwards = plan.endsAtMs <= plan.startsAtMs || plan.endsAtMs <= nowMs;
  return isBackwards ? refuse('EVENT_UNSOUND', { problems: ['ENDS_BEFORE_START'] }) : null;
}

const movesGuests = (a: EventPlan, b: EventPlan): boolean =>
  a.startsAtMs !== b.startsAtMs || a.endsAtMs !== b.endsAtMs || a.place !== b.place;

const isSame = (a: EventPlan, b: EventPlan): boolean =>
  (Object.keys(b) as (keyof EventPlan)[]).every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));

const log = (context: StaffContext, target: string, before: EventPlan | null, after: EventPlan): Promise<void> =>
  logStaffAction(context, {
    operation: 'event.save',
    target,
    before: before as unknown as Json,
    after: after as unknown as Json,
  });
