import { DAY_MS } from '../../../kernel/period';
import type { GroupAttention } from './faces';
import { type Group, seatsLeftOf, usableGroups } from './group';

/** A busy evening's joiners: staff has time to make the next group before they are gone. */
export const FEW_SEATS = 20;
/** A new code needs a person with the group on the phone: a day's notice. */
export const ENDS_SOON_MS = DAY_MS;

export interface Need {
  readonly attention: GroupAttention;
  /** The same need is one alert, a new one after staff did something about it. */
  readonly cause: string;
}

/** Whether the estate's last group runs out: of seats, or of its code's life. Null: all is well, or no group was wanted. */
export function needOf(groups: readonly Group[], nowMs: number): Need | null {
  const open = groups.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  const usable = usableGroups(open, nowMs);
  const attention = attentionOf(usable, nowMs);
  if (!attention) return null;
  const done = open.map(({ _id, rev }) => `${_id}.${rev}`).sort();
  return { attention, cause: `${attention} ${done.join(' ')}` };
}

function attentionOf(usable: ReturnType<typeof usableGroups>, nowMs: number): GroupAttention | null {
  if (usable.length === 0) return 'none-left';
  if (usable.reduce((sum, group) => sum + seatsLeftOf(group), 0) <= FEW_SEATS) return 'few-seats';
  const lasts = usable.some(
    ({ picture: { expiresAtMs } }) => expiresAtMs === null || expiresAtMs > nowMs + ENDS_SOON_MS,
  );
  return lasts ? null : 'ends-soon';
}
