import { budgetCellId } from '../../../kernel/cell';
import { largestReductionFen } from '../../../kernel/coupon';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import type { Effect } from '../../../platform/effects';
import { isDone } from '../../../platform/holds/answers';
import { release, take } from '../../../platform/holds/cells';
import { CAPTURE_CELL } from '../../../platform/outbox/cells';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { campaignOf, readHead } from '../../campaign';
import { templateOf } from '../../coupon';
import type { StaffEventView } from '../contract';
import { problemsOf, type ThanksFacts } from '../domain/check';
import { type EventPlan, type NeighbourEvent, type Thanks, times } from '../domain/event';
import { changeEvent, findEvent, type StaffWrite } from '../store';
import { carryOutEvent } from './carry-out';
import { staffView } from './staff-view';

const MOST_ROUNDS = 4;

/**
 * draft → open. The most that its thank-you coupons can cost is taken from the campaign's budget first, under the request's
 * own op, and is the event's with the update that opens it; a request that dies between the two leaves a mark that the
 * sweeper gives back. An open event is answered as it is. Refused: EVENT_UNKNOWN, EVENT_CALLED_OFF, EVENT_OVER,
 * EVENT_UNSOUND {problems}, BUDGET_GONE.
 */
export async function publish(
  context: StaffContext,
  { eventId }: { readonly eventId: string },
  call: Call,
): Promise<Result<StaffEventView>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const event = await findEvent(context.db, eventId);
    if (!event) return refuse('EVENT_UNKNOWN', {});
    if (event.state === 'called-off') return refuse('EVENT_CALLED_OFF', {});
    if (event.state === 'over') return refuse('EVENT_OVER', {});
    if (event.state === 'open') return ok(await staffView(context, event));
    const checked = await checkPlan(context, event.plan);
    if (!checked.ok) return checked;
    const { thanks } = checked.data;
    const { plan } = event;
    const set = { state: 'open' as const, thanks, shownUntilMs: plan.endsAtMs };
    const done = await withMoney(context, event, { call, thanks, seats: plan.capacity }, { set, left: plan.capacity });
    if (!done.ok) return done;
    if (!done.data) continue;
    await logStaffAction(context, { operation: 'event.publish', target: eventId, before: 'draft', after: 'open' });
  }
  throw new NoAnswer(`publishing of event ${eventId}`);
}

export interface Needing {
  readonly call: Call;
  readonly thanks: Thanks | null;
  /** Seats that each may bring a coupon. */
  readonly seats: number;
}

/**
 * Takes the money, then writes: the update names the mark and owes its capture. False: the event changed meanwhile, or it
 * is not known; what was taken is given back unless the event names it. Refused: BUDGET_GONE, REQUEST_KEY_EXPIRED.
 */
export async function withMoney(
  context: StaffContext,
  event: NeighbourEvent,
  { call, thanks, seats }: Needing,
  write: StaffWrite,
): Promise<Result<boolean>> {
  const { db, nowMs } = context;
  if (!thanks || seats === 0) return ok(await isDone(changeEvent(db, event, write)));
  const op = `evb_${hashOf(event._id, call.requestKey)}`;
  const { cellId, q } = thanks.reserve;
  const answer = await take(db, { cellId, op, q: times(q, seats), atMs: call.atMs, by: event._id });
  if (answer === 'refused') return refuse('BUDGET_GONE', {});
  if (answer === 'too-old') return refuse('REQUEST_KEY_EXPIRED', {});
  const effect: Effect = { kind: CAPTURE_CELL, target: cellId, op, at: call.atMs, done: false, data: null };
  const money = { [op]: { at: call.atMs, seats } };
  const owed = { money, effects: { [op]: effect }, dueAtMs: nowMs };
  const wrote = await isDone(changeEvent(db, event, { ...write, ...owed }));
  const now = wrote ? null : await findEvent(db, event._id);
  if (now && !now.money[op]) await release(db, cellId, op, call.atMs);
  if (wrote) await carryOutEvent(context, (await findEvent(db, event._id)) ?? event);
  return ok(wrote);
}

/** The coupon as it is promised from now on, and what speaks against publishing. */
async function checkPlan(
  context: Pick<Context, 'db' | 'nowMs'>,
  plan: EventPlan,
): Promise<Result<{ readonly thanks: Thanks | null }>> {
  const [template, head] = await Promise.all([
    plan.thanksTemplateId === null ? null : templateOf(context, plan.thanksTemplateId),
    readHead(context.db),
  ]);
  const campaign = template?.campaignId ? await campaignOf(context, head, template.campaignId) : null;
  const facts: ThanksFacts | null = template && {
    days: 'days' in template.validity ? template.validity.days : null,
    forEvents: template.channels.includes('event'),
    forAll: template.residents === 'all' && template.tierNeeded === null,
    campaignEndsAtMs: template.budgetKeys.length > 0 ? (campaign?.endsAtMs ?? null) : null,
  };
  const problems = problemsOf(plan, facts, context.nowMs);
  if (problems.length > 0) return refuse('EVENT_UNSOUND', { problems });
  if (!template?.campaignId || !('days' in template.validity)) return ok({ thanks: null });
  const { _id: templateId, title, terms, validity, campaignId, budgetKeys } = template;
  const fen = largestReductionFen(terms);
  const q = Object.fromEntries(budgetKeys.map((key) => [key, fen]));
  const promise = { templateId, title, terms, days: validity.days };
  return ok({ thanks: { promise, campaignId, reserve: { cellId: budgetCellId(campaignId), q } } });
}
