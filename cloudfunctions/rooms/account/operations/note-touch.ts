import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { Resident } from '../domain/resident';
import { afterTouch, isSameVisit, type Touch } from '../domain/touch';
import { firstVisit, NO_ORIGIN, type Origin, type Visit, visitId } from '../domain/visit';
import { findResident, findVisit, insertVisit, recountVisit } from '../store';
import { changeResident } from './change-resident';

export interface NotedTouch {
  /** False: the same visit was noted within the hour. */
  readonly noted: boolean;
  readonly estateId: string | null;
}

/** What is known of resident and channel before they come; null: nothing yet. */
export interface Known {
  readonly resident: Resident | null;
  readonly visit: Visit | null;
}

/** Read in a landing's first wave, so that noting the touch is one more round trip. */
export async function readKnown({ db, residentId }: ResidentContext, channelId: string): Promise<Known> {
  const [resident, visit] = await Promise.all([
    findResident(db, residentId),
    findVisit(db, visitId(channelId, residentId)),
  ]);
  return { resident, visit };
}

export interface Arrival {
  readonly origin?: Origin;
  /** No paid order yet; default: yes, as far as the channel can tell. */
  readonly isNew?: boolean;
  readonly known?: Known;
}

/**
 * Keeps how the resident came, the estate that the channel brought where none was chosen (product.md A2, A4), and the visit
 * that the channel's funnel counts. Every landing calls it. 2 round trips, 1 with `known`. Refused: BUSY.
 */
export async function noteTouch(
  context: ResidentContext,
  touch: Touch,
  arrival: Arrival = {},
): Promise<Result<NotedTouch>> {
  const known = arrival.known ?? (await readKnown(context, touch.channelId));
  const [noted] = await Promise.all([
    changeResident<NotedTouch>(
      context,
      context.residentId,
      (resident) => {
        const estateId = resident.estateId ?? touch.estateId;
        if (isSameVisit(resident, touch)) return ok({ write: null, value: { noted: false, estateId } });
        return ok({ write: { ...afterTouch(resident, touch), estateId }, value: { noted: true, estateId } });
      },
      known.resident,
    ),
    keepVisit(context, touch, arrival, known),
  ]);
  return noted;
}

/** A visit that a crash kept apart from its touch is counted anew when the touch is written after all. */
async function keepVisit(
  { db, nowMs, residentId }: ResidentContext,
  touch: Touch,
  { origin = NO_ORIGIN, isNew = true }: Arrival,
  { resident, visit }: Known,
): Promise<void> {
  if (!visit) await insertVisit(db, firstVisit(residentId, touch, origin, isNew));
  else if (!resident?.firstTouch && visit.joinedAtMs === null) await recountVisit(db, visit._id, nowMs);
}
