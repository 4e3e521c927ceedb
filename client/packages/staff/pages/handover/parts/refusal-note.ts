import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { whenText } from '@/text/times';
import type { Refused } from '../useCounter';

interface Detail {
  readonly atMs?: number;
  readonly untilMs?: number;
  readonly who?: string;
  readonly title?: string;
}

/** What the server told with its refusal: whose prize it was, and when it went. */
export function refusalNote({ code, detail }: Refused, nowMs: number): string {
  const { atMs, untilMs, who, title } = (detail ?? {}) as Detail;
  if (code === 'PRIZE_CODE_USED' && atMs !== undefined)
    return words.usedNote(title ?? '', who ?? '', whenText(atMs, nowMs));
  if (code === 'PRIZE_CODE_OVER' && untilMs !== undefined) return words.overNote(title ?? '', whenText(untilMs, nowMs));
  if (code === 'TOO_MANY_GUESSES' && untilMs !== undefined) return words.guessNote(whenText(untilMs, nowMs));
  return words.unknownNote;
}
