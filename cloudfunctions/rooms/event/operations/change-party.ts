import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { isDone } from '../../../platform/holds/answers';
import type { Call } from '../../../platform/room';
import { readResident } from '../../account';
import { TOKEN_BYTES, tokenOf } from '../domain/code';
import type { NeighbourEvent } from '../domain/event';
import type { Asked, PartyDecision, PartyReply } from '../domain/party';
import { findEvent, writeParty } from '../store';
import { afterWrite, moveUp } from './move-up';

/** Only the household itself, and the last seats of an event, are fought over: a few rounds settle that. */
const MOST_ROUNDS = 12;

type Decide = (event: NeighbourEvent, asked: Asked) => PartyDecision;

/**
 * One household's request, decided on the event as it is and written as one conditional update; decided again where it
 * was not done or the answer was lost. Seats that it frees go to the line at once. 2 round trips. Refused with the
 * decision's own code, EVENT_UNKNOWN, or BUSY.
 */
export async function changeParty(
  context: ResidentContext,
  eventId: string,
  call: Call,
  decide: Decide,
): Promise<Result<PartyReply>> {
  const { db, residentId } = context;
  const [first, resident] = await Promise.all([findEvent(db, eventId), readResident(db, residentId)]);
  const asked = askedOf(context, call, resident?.nickname ?? '邻居');
  let event = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (!event) return refuse('EVENT_UNKNOWN', {});
    const decision = decide(event, asked);
    if ('ok' in decision) return decision;
    if ('keep' in decision) return ok(decision.keep);
    if (await isDone(writeParty(db, eventId, decision.write))) {
      await moveUp(context, afterWrite(event, decision.write));
      return ok(decision.reply);
    }
    event = await findEvent(db, eventId);
  }
  return refuse('BUSY', {});
}

function askedOf(context: ResidentContext, { requestKey, inputHash, atMs }: Call, name: string): Asked {
  const { residentId, nowMs, random } = context;
  const op = `su_${hashOf(residentId, requestKey)}`;
  return { residentId, op, inputHash, atMs, nowMs, token: tokenOf(random.bytes(TOKEN_BYTES)), name };
}
