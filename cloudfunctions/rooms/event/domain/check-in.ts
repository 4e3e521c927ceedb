import { type Refusal, refuse } from '../../../kernel/result';
import { type RewardEffect, rewardEffect } from '../../../kernel/reward';
import { checkInTime, type NeighbourEvent } from './event';
import { type Party, type PartyWrite, partiesByCode } from './party';

export interface CheckIn {
  readonly residentId: string;
  readonly party: Party;
  /** Somebody scanned this code before: nothing is given again. */
  readonly isRepeat: boolean;
}

export type CheckInDecision =
  | { readonly write: PartyWrite; readonly effects: { readonly [id: string]: RewardEffect }; readonly value: CheckIn }
  | { readonly keep: CheckIn }
  | Refusal;

export interface Scan {
  /** What was scanned, or the 8 digits. */
  readonly code: string;
  readonly staffId: string;
  readonly nowMs: number;
}

/**
 * A household is here. Staff scans what the resident shows, never the other way round: a code on the wall is photographed
 * and sent on, and then people check in from their sofas. Its coupon is owed by the same update, once for good.
 */
export function decideCheckIn(event: NeighbourEvent, { code, staffId, nowMs }: Scan): CheckInDecision {
  const [residentId, another] = partiesByCode(event, code);
  if (residentId === undefined) return refuse('EVENT_CODE_UNKNOWN', {});
  if (another !== undefined) return refuse('EVENT_CODE_TWICE', {});
  const party = event.parties[residentId];
  if (!party) throw new Error(`${residentId} is in ${event._id} and is not`);
  if (residentId === staffId) return refuse('EVENT_OWN_CODE', {});
  if (party.state === 'came') return { keep: { residentId, party, isRepeat: true } };
  const against = refusalOf(event, party, nowMs);
  if (against) return against;
  const after: Party = { ...party, rev: party.rev + 1, state: 'came', cameAtMs: nowMs, untilMs: null };
  const write = { residentId, before: party, after, left: 0, waiting: 0, came: 1, pastTheLine: false };
  return { write, effects: thanksFor(event, residentId, nowMs), value: { residentId, party: after, isRepeat: false } };
}

function refusalOf({ state, plan }: NeighbourEvent, party: Party, nowMs: number): Refusal | null {
  if (state === 'called-off') return refuse('EVENT_CALLED_OFF', {});
  const time = checkInTime(plan, nowMs);
  if (time === 'early') return refuse('EVENT_EARLY', { opensAtMs: plan.startsAtMs });
  if (time === 'late' || state !== 'open') return refuse('EVENT_OVER', {});
  return party.state === 'going' || party.state === 'offered' ? null : refuse('EVENT_NO_SEAT', { state: party.state });
}

function thanksFor({ _id, thanks }: NeighbourEvent, residentId: string, atMs: number): { [id: string]: RewardEffect } {
  if (!thanks) return {};
  const { promise, campaignId, reserve } = thanks;
  const benefit = { form: 'coupon', promise, campaignId, reserve } as const;
  const id = { rule: 'event-check-in', causeId: _id, residentId, n: 1 } as const;
  return { [`thanks_${residentId}`]: rewardEffect({ ...id, benefit, atMs }) };
}
