import { DAY_MS, MINUTE_MS, minuteOfDay, shanghaiDate, shanghaiDay, startOfShanghaiDay } from '@kernel/period';
import type { StaffEventView, staffEventContract } from '@rooms/event/contract';
import type { InputOf } from '../../../../../cloudfunctions/contract';

export type PlanInput = Omit<InputOf<(typeof staffEventContract)['event.save']>, 'eventId'>;

/** The plan as it is written: everything that people type is text. */
export interface PlanForm {
  readonly title: string;
  readonly line: string;
  readonly estateId: string;
  readonly place: string;
  readonly placeNote: string;
  readonly weatherNote: string;
  /** 2026-11-28 */
  readonly date: string;
  /** 09:00 */
  readonly starts: string;
  readonly ends: string;
  readonly capacity: string;
  readonly perHousehold: number;
  readonly host: string;
  readonly contact: string;
  readonly thanksTemplateId: string;
  readonly pictures: readonly string[];
}

const two = (n: number): string => String(n).padStart(2, '0');

export function dateOf(atMs: number): string {
  const { year, month, day } = shanghaiDate(atMs);
  return `${year}-${two(month)}-${two(day)}`;
}

export const clockOf = (atMs: number): string => {
  const minute = minuteOfDay(atMs);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

/** Null: not a day or an hour. */
export function momentOf(date: string, clock: string): number | null {
  const [, hour = '', minute = ''] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  const day = Date.parse(`${date}T00:00:00Z`);
  if (!hour || Number.isNaN(day)) return null;
  return startOfShanghaiDay(day / DAY_MS) + (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
}

/** 1970-01-01 was a Thursday: the Saturday after now. */
const nextSaturday = (nowMs: number): number => {
  const today = shanghaiDay(nowMs);
  return startOfShanghaiDay(today + ((2 - (today % 7) + 7) % 7 || 7));
};

export const emptyForm = (nowMs: number): PlanForm => ({
  ...{ title: '', line: '', estateId: '', place: '', placeNote: '', weatherNote: '' },
  ...{ date: dateOf(nextSaturday(nowMs)), starts: '09:00', ends: '11:30', capacity: '120', perHousehold: 3 },
  ...{ host: '', contact: '', thanksTemplateId: '', pictures: ['dumpling', 'pot', 'tangerine'] },
});

export const formOf = (event: StaffEventView): PlanForm => ({
  ...event,
  date: dateOf(event.startsAtMs),
  starts: clockOf(event.startsAtMs),
  ends: clockOf(event.endsAtMs),
  capacity: String(event.capacity),
  thanksTemplateId: event.thanksTemplateId ?? '',
});

/** Null: something is missing or no number. */
export function inputOf(form: PlanForm): PlanInput | null {
  const [startsAtMs, endsAtMs] = [momentOf(form.date, form.starts), momentOf(form.date, form.ends)];
  const { title, line, estateId, place, host, contact } = form;
  const needed = { title, line, estateId, place, host, contact };
  if (startsAtMs === null || endsAtMs === null || !/^[1-9]\d{0,2}$/.test(form.capacity)) return null;
  if (Object.values(needed).some((text) => text.trim() === '')) return null;
  const thanksTemplateId = form.thanksTemplateId.trim();
  return {
    ...needed,
    ...{ placeNote: form.placeNote, weatherNote: form.weatherNote, startsAtMs, endsAtMs },
    ...{ pictures: [...form.pictures], tint: 'peach' as const, capacity: Number(form.capacity) },
    perHousehold: form.perHousehold,
    ...(thanksTemplateId ? { thanksTemplateId } : {}),
  };
}
