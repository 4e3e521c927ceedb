import type { Db } from '../../../platform/db';
import type { Touch } from '../domain/touch';
import { firstVisit, type Origin, type Visit, visitId } from '../domain/visit';
import { findVisit, insertVisit, markClaim, markPaid } from '../store';

/** Who came by what, as far as a visit that was never noted can be made up for. */
export interface Came {
  readonly residentId: string;
  readonly touch: Touch;
  readonly origin: Origin;
  readonly wasNew: boolean;
}

/**
 * A claim that is being tried through the channel; what became of it is asked of the wallet later. Written beside the
 * wallet's own update, so it costs no round trip of its own. `known`: the visit as just read.
 */
export async function noteClaim(db: Db, came: Came, op: string, known: Visit | null): Promise<void> {
  if (known?.claimedAtMs) return;
  const { _id, ...rest } = firstVisit(came.residentId, came.touch, came.origin, came.wasNew);
  const { atMs } = came.touch;
  if (known && (await markClaim(db, _id, op, atMs))) return;
  const isNew = (await insertVisit(db, { ...rest, _id, claims: { [op]: atMs } })) === 'inserted';
  if (!isNew) await markClaim(db, _id, op, atMs);
}

/** The first paid order that counts for the channel; later ones change nothing. Safe to repeat. */
export async function notePaid(db: Db, came: Came, orderId: string): Promise<void> {
  const { atMs } = came.touch;
  const _id = visitId(came.touch.channelId, came.residentId);
  if (await markPaid(db, _id, orderId, atMs)) return;
  const known = await findVisit(db, _id);
  if (known) return;
  const visit = firstVisit(came.residentId, came.touch, came.origin, came.wasNew);
  const paid = { ...visit, paidAtMs: atMs, paidOrderId: orderId };
  if ((await insertVisit(db, paid)) === 'exists') await markPaid(db, _id, orderId, atMs);
}
