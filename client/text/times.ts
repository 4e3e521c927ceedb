import { minuteOfDay, shanghaiDate, shanghaiDay } from '@kernel/period';

const two = (n: number): string => String(n).padStart(2, '0');

/** '15:18' */
export function clockText(atMs: number): string {
  const minutes = minuteOfDay(atMs);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** '11 月 21 日' */
export function dayText(atMs: number): string {
  const { month, day } = shanghaiDate(atMs);
  return `${month} 月 ${day} 日`;
}

/** '今天 15:18', '昨天 18:22', '明天 10:00', '11 月 20 日 10:24', and with the year when it is another. */
export function whenText(atMs: number, nowMs: number): string {
  const apart = shanghaiDay(atMs) - shanghaiDay(nowMs);
  const near = ({ '-1': '昨天', '0': '今天', '1': '明天' } as Record<string, string>)[String(apart)];
  if (near) return `${near} ${clockText(atMs)}`;
  const { year } = shanghaiDate(atMs);
  const prefix = year === shanghaiDate(nowMs).year ? '' : `${year} 年 `;
  return `${prefix}${dayText(atMs)} ${clockText(atMs)}`;
}

/** '6 分钟前', '3 小时前', and from yesterday on as `whenText`. */
export function agoText(atMs: number, nowMs: number): string {
  const minutes = Math.floor((nowMs - atMs) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (shanghaiDay(atMs) === shanghaiDay(nowMs)) return `${Math.floor(minutes / 60)} 小时前`;
  return whenText(atMs, nowMs);
}

/**
 * The end of something, which is exclusive, as people say it: midnight belongs to the evening before it.
 * '今晚 24:00 到期', '明天 18:00 到期', '11 月 30 日前用' (the last whole day).
 */
export function untilText(endMs: number, nowMs: number): string {
  const lastMs = endMs - 1;
  const midnight = minuteOfDay(endMs) === 0;
  const apart = shanghaiDay(lastMs) - shanghaiDay(nowMs);
  if (apart === 0) return midnight ? '今晚 24:00 到期' : `今天 ${clockText(endMs)} 到期`;
  if (apart === 1) return midnight ? '明晚 24:00 到期' : `明天 ${clockText(endMs)} 到期`;
  return midnight ? `${dayText(lastMs)}前用` : `${dayText(endMs)} ${clockText(endMs)} 前用`;
}

/** '11 月 20 日 10:00 到 12 月 5 日 22:00' */
export function spanText(startMs: number, endMs: number): string {
  return `${dayText(startMs)} ${clockText(startMs)} 到 ${dayText(endMs)} ${clockText(endMs)}`;
}

/** Minutes of the day as an hour: 600 → '10 点', 630 → '10:30'. */
export function minuteText(minute: number): string {
  const hour = Math.floor(minute / 60);
  return minute % 60 === 0 ? `${hour} 点` : `${two(hour)}:${two(minute % 60)}`;
}

/** Minutes of the day as on a clock: 420 → '7:00'. */
export const clockOfMinute = (minute: number): string => `${Math.floor(minute / 60)}:${two(minute % 60)}`;

/** 300 → '300 米', 1,200 → '1.2 公里' */
export function distanceText(meters: number): string {
  return meters < 1_000 ? `${meters} 米` : `${Math.round(meters / 100) / 10} 公里`;
}
