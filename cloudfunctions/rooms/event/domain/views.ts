import { codeOf, scanText } from './code';
import type { NeighbourEvent, Thanks } from './event';
import type { EventView, GuestView, MySignUp, StaffEventView } from './faces';
import { line, placeInLine } from './line';
import { freeSeats, type Party } from './party';

export function eventView(event: NeighbourEvent, estateName: string, residentId: string): EventView | null {
  const { _id: eventId, state, plan, thanks, waiting, changedAtMs, calledOffWhy } = event;
  if (state === 'draft') return null;
  const { thanksTemplateId: _, ...shown } = plan;
  return {
    ...{ ...shown, eventId, state, estateName, waiting, changedAtMs, calledOffWhy },
    left: freeSeats(event),
    thanks: thanksView(thanks),
    mine: mySignUp(event, residentId),
  };
}

const thanksView = (thanks: Thanks | null): EventView['thanks'] => {
  if (!thanks) return null;
  const { title, terms, days } = thanks.promise;
  return { title, terms, days };
};

function mySignUp(event: NeighbourEvent, residentId: string): MySignUp | null {
  const party = event.parties[residentId];
  if (!party || (party.state === 'gone' && !party.lapsed)) return null;
  const { state, seats, untilMs, cameAtMs, lapsed, token } = party;
  const hasSeat = state === 'going' || state === 'offered' || state === 'came';
  return {
    ...{ state, seats, untilMs, cameAtMs, lapsed },
    place: placeInLine(event, residentId),
    code: hasSeat ? codeOf(token) : null,
    scanText: hasSeat ? scanText(event._id, token) : null,
  };
}

export function staffEventView(event: NeighbourEvent, estateName: string): StaffEventView {
  const { _id: eventId, state, plan, createdAtMs, calledOffWhy, left, waiting, came, thanks } = event;
  const parties = Object.values(event.parties);
  const seatsOf = (wanted: Party['state']): number =>
    parties.filter((party) => party.state === wanted).reduce((sum, { seats }) => sum + seats, 0);
  const counts = { going: seatsOf('going'), offered: seatsOf('offered'), came: seatsOf('came') };
  const households = parties.filter((party) => party.state === 'going' || party.state === 'came').length;
  return {
    ...{ ...plan, eventId, state, estateName, createdAtMs, calledOffWhy, left },
    counts: { ...counts, households, householdsCame: came, waiting },
    thanks: thanksView(thanks),
    setAsideFen: thanks ? costOfOne(thanks) * Object.values(event.money).reduce((sum, { seats }) => sum + seats, 0) : 0,
  };
}

const costOfOne = ({ campaignId, reserve }: Thanks): number => reserve.q[campaignId] ?? 0;

/** Who comes, who waits, who came: by name, the latest to come first, then who is expected, then the line. */
export function guestViews(event: NeighbourEvent): GuestView[] {
  const places = new Map(line(event).map(([residentId], index) => [residentId, index + 1]));
  const rank = { came: 0, going: 1, offered: 2, waiting: 3 } as const;
  return Object.entries(event.parties)
    .flatMap(([residentId, { name, state, seats, cameAtMs }]) =>
      state === 'gone' ? [] : [{ name, state, seats, place: places.get(residentId) ?? null, cameAtMs }],
    )
    .sort(
      (a, b) =>
        rank[a.state] - rank[b.state] || (b.cameAtMs ?? 0) - (a.cameAtMs ?? 0) || (a.place ?? 0) - (b.place ?? 0),
    );
}
