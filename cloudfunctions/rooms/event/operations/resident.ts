import type { ParsedInputOf } from '../../../contract';
import { HOUR_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { estateFacts, rememberEstates } from '../../account';
import type { EventView, eventContract, PartyReply } from '../contract';
import type { NeighbourEvent } from '../domain/event';
import { decideCancel, decideSignUp } from '../domain/party';
import { eventView } from '../domain/views';
import { findEvent, shownEvents } from '../store';
import { changeParty } from './change-party';

type Input<Name extends keyof typeof eventContract> = ParsedInputOf<(typeof eventContract)[Name]>;

/** Who comes late still finds the code on the page. */
const SHOWN_AFTER_MS = HOUR_MS;

/** One round trip. Refused: EVENT_UNKNOWN where one was asked for that is not there. */
export async function view(
  context: ResidentContext,
  { eventId }: Input<'event.view'>,
): Promise<Result<{ readonly event: EventView | null; readonly others: readonly EventView[] }>> {
  const { db, nowMs } = context;
  const [asked, coming] = await Promise.all([
    eventId === undefined ? null : findEvent(db, eventId),
    shownEvents(db, nowMs - SHOWN_AFTER_MS),
    rememberEstates(context),
  ]);
  const views = await Promise.all(
    [...(asked ? [asked] : []), ...coming.filter(({ _id }) => _id !== eventId)].map((event) => viewOf(context, event)),
  );
  const [first = null, ...others] = views.flatMap((shown) => shown ?? []);
  if (eventId !== undefined && first?.eventId !== eventId) return refuse('EVENT_UNKNOWN', {});
  return ok({ event: first, others: others.filter(({ state }) => state === 'open') });
}

async function viewOf(
  context: Pick<Context, 'db' | 'nowMs'> & { readonly residentId: string },
  event: NeighbourEvent,
): Promise<EventView | null> {
  const estate = await estateFacts(context, event.plan.estateId);
  return eventView(event, estate?.name ?? '', context.residentId);
}

export function signUp(
  context: ResidentContext,
  { eventId, seats }: Input<'event.signUp'>,
  call: Call,
): Promise<Result<PartyReply>> {
  return changeParty(context, eventId, call, (event, asked) => decideSignUp(event, asked, seats));
}

export function cancel(
  context: ResidentContext,
  { eventId }: Input<'event.cancel'>,
  call: Call,
): Promise<Result<PartyReply>> {
  return changeParty(context, eventId, call, decideCancel);
}
