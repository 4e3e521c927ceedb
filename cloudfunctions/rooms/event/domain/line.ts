import { isTaking, type NeighbourEvent } from './event';
import { OFFER_MS, type Party, type PartyWrite } from './party';

type Entry = readonly [residentId: string, party: Party];

/** Who waits, in order. Nobody overtakes: a household of 3 at the head waits for 3 seats. */
export function line({ parties }: Pick<NeighbourEvent, 'parties'>): Entry[] {
  return Object.entries(parties)
    .filter(([, { state }]) => state === 'waiting')
    .sort(([a, one], [b, other]) => one.sinceMs - other.sinceMs || (a < b ? -1 : 1));
}

/** 1 for the head of the line; null: does not wait. */
export function placeInLine(event: Pick<NeighbourEvent, 'parties'>, residentId: string): number | null {
  const index = line(event).findIndex(([id]) => id === residentId);
  return index < 0 ? null : index + 1;
}

/** What time and free seats demand next: an offer that ran out, else a seat for the head of the line. Null: nothing. */
export function nextInLine(event: NeighbourEvent, nowMs: number): PartyWrite | null {
  if (!isTaking(event, nowMs)) return null;
  return lapse(event, nowMs) ?? offer(event, nowMs);
}

function lapse({ parties }: NeighbourEvent, nowMs: number): PartyWrite | null {
  const over = Object.entries(parties).find(
    ([, { state, untilMs }]) => state === 'offered' && untilMs !== null && untilMs <= nowMs,
  );
  if (!over) return null;
  const [residentId, before] = over;
  const after: Party = { ...before, rev: before.rev + 1, state: 'gone', untilMs: null, lapsed: true };
  return { residentId, before, after, left: before.seats, ...NOBODY };
}

function offer(event: NeighbourEvent, nowMs: number): PartyWrite | null {
  const [head] = line(event);
  if (!head || event.left < head[1].seats) return null;
  const [residentId, before] = head;
  const untilMs = Math.min(nowMs + OFFER_MS, event.plan.endsAtMs);
  const after: Party = { ...before, rev: before.rev + 1, state: 'offered', untilMs, lapsed: false };
  return { residentId, before, after, left: -before.seats, ...NOBODY, waiting: -1 };
}

const NOBODY = { waiting: 0, came: 0, pastTheLine: false } as const;
