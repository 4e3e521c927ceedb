import { HOUR_MS, shanghaiDate, shanghaiDay, startOfShanghaiDay } from '../../kernel/period';

const two = (n: number): string => String(n).padStart(2, '0');

/** WeChat Pay's own form of a moment, in Beijing time: 20261122131435. */
export function compactShanghaiTime(atMs: number): string {
  const { year, month, day } = shanghaiDate(atMs);
  const seconds = Math.floor((atMs - startOfShanghaiDay(shanghaiDay(atMs))) / 1000);
  return `${year}${two(month)}${two(day)}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
}

/** Epoch ms; null where it is not 14 digits. */
export function parseCompactTime(text: string | null): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) - 8 * HOUR_MS;
}

/** WeChat Pay's two forms of a moment in Beijing time: 20261122131435 and 2026-11-22 13:14:35. Epoch ms; null for others. */
export function parseWechatTime(text: string | null): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text ?? '');
  return parseCompactTime(match ? match.slice(1).join('') : text);
}
