import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { Source } from '../choice/option';
import type { Reason } from '../quote';
import type { Closed } from './conditions';

/** What did not apply, and why. */
export interface Missed {
  readonly from: Source;
  readonly reason: Reason;
  readonly gapFen: Fen | null;
  /** Null: not a matter of units. */
  readonly gapUnits: number | null;
  readonly opensAtMs: EpochMs | null;
  /** What took its place; null: nothing. */
  readonly insteadId: string | null;
}

export function missedFor(from: Source, reason: Reason): Missed {
  return { from, reason, gapFen: null, gapUnits: null, opensAtMs: null, insteadId: null };
}

export function missedByFen(from: Source, reason: Reason, gapFen: Fen): Missed {
  return { from, reason, gapFen, gapUnits: null, opensAtMs: null, insteadId: null };
}

export function missedByUnits(from: Source, reason: Reason, gapUnits: number): Missed {
  return { from, reason, gapFen: null, gapUnits, opensAtMs: null, insteadId: null };
}

export function missedAs({ reason, opensAtMs }: Closed, from: Source): Missed {
  return { from, reason, gapFen: null, gapUnits: null, opensAtMs, insteadId: null };
}

export function missedInstead(from: Source, reason: Reason, insteadId: string | null): Missed {
  return { from, reason, gapFen: null, gapUnits: null, opensAtMs: null, insteadId };
}
