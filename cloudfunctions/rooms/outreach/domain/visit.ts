import { hashOf } from '../../../kernel/ids';

/** A resident met a flyer: one document however often it is scanned, so counts are of people, not of reloads. */
export type Visit = {
  readonly _id: string;
  readonly flyerId: string;
  readonly residentId: string;
  readonly firstAtMs: number;
  readonly claimedAtMs: number | null;
};

export function firstVisit(flyerId: string, residentId: string, nowMs: number): Visit {
  return { _id: visitId(flyerId, residentId), flyerId, residentId, firstAtMs: nowMs, claimedAtMs: null };
}

export const visitId = (flyerId: string, residentId: string): string => hashOf('visit', flyerId, residentId);
