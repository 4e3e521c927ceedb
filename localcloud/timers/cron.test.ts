import { nextAfter, parseCron } from './cron';

/** Shanghai wall time to epoch ms. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const next = (cron: string, after: string) => {
  const ms = nextAfter(parseCron(cron), at(after));
  return ms === undefined ? undefined : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19);
};

describe('7-field cron in UTC+8', () => {
  it.each([
    ['0 * * * * * *', '2026-11-22T10:00:00', '2026-11-22T10:01:00', 'strictly after: a minute later'],
    ['0 * * * * * *', '2026-11-22T09:59:59.999', '2026-11-22T10:00:00', '1 ms before the minute'],
    ['*/15 * * * * * *', '2026-11-22T10:00:31', '2026-11-22T10:00:45', 'every 15 s'],
    ['0 5/20 * * * * *', '2026-11-22T10:06:00', '2026-11-22T10:25:00', 'from minute 5, every 20'],
    ['0 0 9 * * * *', '2026-11-22T09:00:00', '2026-11-23T09:00:00', 'each day at 9, the next day'],
    ['0 0 2 1 * * *', '2026-11-22T00:00:00', '2026-12-01T02:00:00', 'first of the month'],
    ['0 30 8 * * 1-5 *', '2026-11-20T09:00:00', '2026-11-23T08:30:00', 'Friday to Monday'],
    ['0 0 8 * * SUN *', '2026-11-16T00:00:00', '2026-11-22T08:00:00', 'by name'],
    ['0 0 8 * * 7 *', '2026-11-16T00:00:00', '2026-11-22T08:00:00', '7 is Sunday too'],
    ['0 0 0 29 2 * *', '2026-11-22T00:00:00', '2028-02-29T00:00:00', 'leap day'],
    ['0 0 0 1 1 * 2030', '2026-11-22T00:00:00', '2030-01-01T00:00:00', 'one year only'],
    ['0 0 0 1 * MON *', '2026-11-22T00:00:00', '2026-11-23T00:00:00', 'day or weekday when both are given'],
    ['59 59 23 31 12 * *', '2026-12-31T23:59:59', '2027-12-31T23:59:59', 'the last second of a year'],
  ])('%s after %s is %s (%s)', (cron, after, expected) => {
    expect(next(cron, after)).toBe(expected);
  });

  it('never fires for a year that is over', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-11-22T00:00:00')).toBeUndefined();
  });

  it.each([
    '* * * * *',
    '60 * * * * * *',
    '* * 24 * * * *',
    '* * * 0 * * *',
    '* * * * 13 * *',
    '* * * * * 8 *',
    'a * * * * * *',
    '*/0 * * * * * *',
    '5-1 * * * * * *',
    '1- * * * * * *',
    '* * * * * * 1969',
    '1//2 * * * * * *',
  ])('refuses %p', (cron) => {
    expect(() => parseCron(cron)).toThrow('cron');
  });
});
