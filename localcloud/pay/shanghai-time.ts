/** WeChat Pay writes most times as yyyyMMddHHmmss, all in UTC+8, which has no daylight saving. */
const OFFSET_MS = 8 * 3_600_000;

export function formatShanghai(atMs: number): string {
  return new Date(atMs + OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The form that refunds and bills have: 2026-11-21 10:00:00. */
export function formatShanghaiLong(atMs: number): string {
  return new Date(atMs + OFFSET_MS).toISOString().replace('T', ' ').slice(0, 19);
}

/** undefined when the text is not such a time. */
export function parseShanghai(text: string): number | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const atMs = Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MS;
  return formatShanghai(atMs) === text ? atMs : undefined;
}
