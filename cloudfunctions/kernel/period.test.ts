import * as period from './period';

const at = (iso: string) => Date.parse(`${iso}+08:00`);

describe('Shanghai days', () => {
  test('a day begins at 16:00 UTC', () => {
    expect(period.yyyymmdd(Date.parse('2026-11-22T15:59:59.999Z'))).toBe('20261122');
    expect(period.yyyymmdd(Date.parse('2026-11-22T16:00:00Z'))).toBe('20261123');
  });
  test('startOfShanghaiDay undoes shanghaiDay', () => {
    const day = period.shanghaiDay(at('2026-03-01T13:00'));
    expect(period.startOfShanghaiDay(day)).toBe(at('2026-03-01T00:00'));
  });
  test.each([
    ['2026-01-01T00:00', 0],
    ['2026-01-01T10:59:59.999', 659],
    ['2026-01-01T23:59', 1439],
  ])('minute of %s is %p', (iso, minute) => expect(period.minuteOfDay(at(iso))).toBe(minute));
  test('points of January 2026 expire at the end of January 2027', () =>
    expect(period.monthEnd(at('2026-01-31T23:59'), 12)).toBe(at('2027-02-01T00:00')));
  test('a month end over the year', () => expect(period.monthEnd(at('2026-12-05T00:00'))).toBe(at('2027-01-01T00:00')));
});

describe('windows are [start, end)', () => {
  const window = { startMs: 100, endMs: 200 };
  test.each([
    [99, 'before'],
    [100, 'inside'],
    [199, 'inside'],
    [200, 'after'],
  ])('%p is %s', (nowMs, position) => expect(period.positionInPeriod(window, nowMs)).toBe(position));
});

describe('daily windows', () => {
  const tenToEleven = [{ fromMinute: 600, untilMinute: 660 }];
  test.each([
    ['2026-05-01T09:59:59.999', false],
    ['2026-05-01T10:00', true],
    ['2026-05-01T10:59:59.999', true],
    ['2026-05-01T11:00', false],
  ])('10:00 to 11:00 at %s: %p', (iso, open) => expect(period.isInDailyWindows(tenToEleven, at(iso))).toBe(open));
  test('none means the whole day', () => expect(period.isInDailyWindows([], 0)).toBe(true));
  test('the next opening is today before 10:00 and tomorrow after', () => {
    expect(period.nextDailyOpening(tenToEleven, at('2026-05-01T09:00'))).toBe(at('2026-05-01T10:00'));
    expect(period.nextDailyOpening(tenToEleven, at('2026-05-01T10:00'))).toBe(at('2026-05-02T10:00'));
  });
});
