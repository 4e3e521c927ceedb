import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/period';
import { type Refusal, refuse } from '../../../kernel/result';
import { codeOf } from './code';
import { isTaking, MOST_WAITING, type NeighbourEvent } from './event';

export type PartyState = 'waiting' | 'offered' | 'going' | 'came' | 'gone';

/** waiting: for a seat. offered: a seat is kept until `untilMs`. gone: not coming, and may sign up again. */
export const PARTY_MOVES: { readonly [state in PartyState]: readonly PartyState[] } = {
  waiting: ['offered', 'gone'],
  offered: ['going', 'came', 'gone'],
  going: ['came', 'gone'],
  gone: ['going', 'waiting'],
  came: [],
};

/** One household's sign-up. */
export interface Party {
  /** Raised by every change of it: the condition of the next one. */
  readonly rev: number;
  readonly state: PartyState;
  /** Wanted while it waits; taken from `left` while offered, going or came. */
  readonly seats: number;
  /** 80 random bits: what the code at the entrance says. */
  readonly token: string;
  readonly name: string;
  /** Its place in the line: who joined it first is first, by id where two did in one millisecond. */
  readonly sinceMs: number;
  /** End of an offer; null: none. */
  readonly untilMs: number | null;
  readonly cameAtMs: number | null;
  /** Its last offer ran out without an answer. */
  readonly lapsed: boolean;
  /** What was answered to its own requests of the last day, by request. */
  readonly deeds: { readonly [op: string]: Deed };
}

export interface Deed {
  readonly at: number;
  readonly inputHash: string;
  /** JSON; the same key gets it again byte for byte. */
  readonly reply: string;
}

/** "空出来就给您留 2 小时" (design 22): long enough to see it after work, short enough for the next in line. */
export const OFFER_MS = 2 * HOUR_MS;
/** The door takes no key that is older than 24 hours or 5 minutes ahead. */
const KEEP_DEEDS_MS = DAY_MS + 5 * MINUTE_MS;
/** A household that changes its mind more often within a day is a machine. */
const MOST_DEEDS = 20;

/** A change of one household, as one conditional update of its event. */
export interface PartyWrite {
  readonly residentId: string;
  readonly before: Party | undefined;
  readonly after: Party;
  /** Change of the free seats; negative: they must be there. */
  readonly left: number;
  readonly waiting: number;
  readonly came: number;
  /** A seat taken past the line must find the line empty. */
  readonly pastTheLine: boolean;
}

export interface PartyReply {
  readonly state: PartyState;
  readonly seats: number;
}

export interface Asked {
  readonly residentId: string;
  readonly op: string;
  readonly inputHash: string;
  readonly atMs: number;
  readonly nowMs: number;
  /** 20 hex digits, used where the household has none yet. */
  readonly token: string;
  readonly name: string;
}

export type PartyDecision =
  | { readonly write: PartyWrite; readonly reply: PartyReply }
  | { readonly keep: PartyReply }
  | Refusal;

/** "We come as n": joins, or changes the number, or takes up an offer. */
export function decideSignUp(event: NeighbourEvent, asked: Asked, seats: number): PartyDecision {
  const party = event.parties[asked.residentId];
  const early = answeredBefore(party, asked) ?? refusalOf(event, party, asked);
  if (early) return early;
  if (seats > event.plan.perHousehold) return refuse('EVENT_HOUSEHOLD', { limit: event.plan.perHousehold });
  if (!party || party.state === 'gone') return joined(event, party, asked, seats);
  if (party.state === 'waiting') return settled(party, asked, { ...party, seats }, 0);
  const more = seats - party.seats;
  if (more > 0 && (event.left < more || event.waiting > 0)) return refuse('EVENT_FULL', { left: freeSeats(event) });
  const going = { ...party, state: 'going' as const, seats, untilMs: null, lapsed: false };
  return settled(party, asked, going, -more, more > 0);
}

/** Seats that somebody new may take: while others wait, none. */
export const freeSeats = ({ left, waiting }: Pick<NeighbourEvent, 'left' | 'waiting'>): number =>
  waiting > 0 ? 0 : left;

/** "We do not come." */
export function decideCancel(event: NeighbourEvent, asked: Asked): PartyDecision {
  const party = event.parties[asked.residentId];
  const early = answeredBefore(party, asked) ?? refusalOf(event, party, asked);
  if (early) return early;
  if (!party || party.state === 'gone') return refuse('EVENT_NOT_SIGNED_UP', {});
  const held = party.state === 'waiting' ? 0 : party.seats;
  return settled(party, asked, { ...party, state: 'gone', untilMs: null, lapsed: false }, held);
}

function answeredBefore(party: Party | undefined, { op, inputHash }: Asked): PartyDecision | null {
  const deed = party?.deeds[op];
  if (!deed) return null;
  return deed.inputHash === inputHash
    ? { keep: JSON.parse(deed.reply) as PartyReply }
    : refuse('REQUEST_KEY_REUSED', {});
}

function refusalOf(event: NeighbourEvent, party: Party | undefined, { nowMs }: Asked): Refusal | null {
  if (event.state === 'draft') return refuse('EVENT_UNKNOWN', {});
  if (event.state === 'called-off') return refuse('EVENT_CALLED_OFF', {});
  if (!isTaking(event, nowMs)) return refuse('EVENT_OVER', {});
  if (party?.state === 'came') return refuse('EVENT_CAME', { atMs: party.cameAtMs });
  if (Object.keys(recent(party?.deeds ?? {}, nowMs)).length >= MOST_DEEDS) return refuse('TOO_MANY_CHANGES', {});
  return null;
}

function joined(event: NeighbourEvent, before: Party | undefined, asked: Asked, seats: number): PartyDecision {
  const isSeated = freeSeats(event) >= seats;
  if (!isSeated && event.waiting >= MOST_WAITING) return refuse('EVENT_LINE_FULL', {});
  const { token, name, nowMs } = asked;
  const fresh: Party = {
    rev: 0,
    state: isSeated ? 'going' : 'waiting',
    seats,
    token: before?.token ?? token,
    name,
    sinceMs: nowMs,
    ...{ untilMs: null, cameAtMs: null, lapsed: false },
    deeds: before?.deeds ?? {},
  };
  return settled(before, asked, fresh, isSeated ? -seats : 0, isSeated);
}

function settled(
  before: Party | undefined,
  { residentId, op, inputHash, atMs, nowMs }: Asked,
  after: Party,
  left: number,
  pastTheLine = false,
): PartyDecision {
  const reply: PartyReply = { state: after.state, seats: after.seats };
  const deed: Deed = { at: atMs, inputHash, reply: JSON.stringify(reply) };
  const deeds = { ...recent(after.deeds, nowMs), [op]: deed };
  const write = { residentId, before, after: { ...after, rev: (before?.rev ?? 0) + 1, deeds }, left, pastTheLine };
  return { write: { ...write, waiting: inLine(after) - inLine(before), came: 0 }, reply };
}

const inLine = (party: Party | undefined): number => (party?.state === 'waiting' ? 1 : 0);

const recent = (deeds: Party['deeds'], nowMs: number): Party['deeds'] =>
  Object.fromEntries(Object.entries(deeds).filter(([, { at }]) => at >= nowMs - KEEP_DEEDS_MS));

/** The code of an event's household, by what was scanned or read out; several where 8 digits are not enough. */
export function partiesByCode(event: NeighbourEvent, code: string): string[] {
  const isThis = ({ token }: Party): boolean => token === code || codeOf(token) === code;
  return Object.entries(event.parties).flatMap(([residentId, party]) => (isThis(party) ? [residentId] : []));
}
