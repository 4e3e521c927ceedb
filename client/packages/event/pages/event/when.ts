import { shanghaiDay } from '@kernel/period';
import type { EventView } from '@rooms/event/contract';
import { eventWords } from '@/text/areas/event';
import { couponCondition, couponFace } from '@/text/coupons';
import { clockText, dayText, whenText } from '@/text/times';

type Timed = Pick<EventView, 'startsAtMs' | 'endsAtMs'>;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (atMs: number): string => eventWords.weekdays[(shanghaiDay(atMs) + 4) % 7] ?? '';

/** 「明天 9:00 到 11:30」 */
export const spanOf = ({ startsAtMs, endsAtMs }: Timed, nowMs: number): string => {
  const [day = ''] = whenText(startsAtMs, nowMs).split(/ (?=\d{2}:)/);
  return eventWords.span(day, clockText(startsAtMs), clockText(endsAtMs));
};

/** 「11 月 22 日，周日。下雨挪到下周日」 */
export const dayOf = ({ startsAtMs, weatherNote }: Timed & Pick<EventView, 'weatherNote'>): string => {
  const day = eventWords.day(dayText(startsAtMs), weekdayOf(startsAtMs));
  return weatherNote ? `${day}。${weatherNote}` : day;
};

/** 「到场扫码，得一张 ¥5 券」 and 「满 30 可用，到场后 14 天内用；每户一张」 */
export function thanksOf({ terms, days }: NonNullable<EventView['thanks']>): { title: string; note: string } {
  const { before = '', main, after = '' } = couponFace(terms);
  return {
    title: eventWords.thanks(`${before}${main}${after}`),
    note: eventWords.thanksNote(couponCondition(terms), days),
  };
}

/** 48260937 → 「4826 0937」 */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
