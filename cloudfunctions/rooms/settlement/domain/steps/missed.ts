import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { NotApplied, Reason } from '../quote';
import type { Source } from '../source';
import type { Closed } from './conditions';

/** What did not apply, and why. */
export function missedFor(from: Source, reason: Reason): NotApplied {
  return notApplied(from, reason, null, null, null, null);
}

export function missedByFen(from: Source, reason: Reason, gapFen: Fen): NotApplied {
  return notApplied(from, reason, gapFen, null, null, null);
}

export function missedByUnits(from: Source, reason: Reason, gapUnits: number): NotApplied {
  return notApplied(from, reason, null, gapUnits, null, null);
}

export function missedAs({ reason, opensAtMs }: Closed, from: Source): NotApplied {
  return notApplied(from, reason, null, null, opensAtMs, null);
}

/** `insteadId`: what took its place; null: nothing. */
export function missedInstead(from: Source, reason: Reason, insteadId: string | null): NotApplied {
  return notApplied(from, reason, null, null, null, insteadId);
}

function notApplied(
  { source, id, kind, title }: Source,
  reason: Reason,
  gapFen: Fen | null,
  gapUnits: number | null,
  opensAtMs: EpochMs | null,
  insteadId: string | null,
): NotApplied {
  return { source, id, kind, title, reason, gapFen, gapUnits, opensAtMs, insteadId };
}
