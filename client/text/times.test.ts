import { agoText, clockText, minuteText, untilText, whenText } from './times';

/** Shanghai wall time of November 2026 as epoch ms. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);
const now = at(21, 10, 24);

describe('times as people say them, in Shanghai whatever the phone says', () => {
  test('23:30 UTC of the 20th is 07:30 of the 21st', () => {
    expect(clockText(Date.UTC(2026, 10, 20, 23, 30))).toBe('07:30');
  });

  test.each([
    [at(21, 15), '今天 15:00'],
    [at(20, 18, 22), '昨天 18:22'],
    [at(22, 0), '明天 00:00'],
    [at(24, 15, 18), '11 月 24 日 15:18'],
    [Date.UTC(2027, 0, 1, 2), '2027 年 1 月 1 日 10:00'],
  ])('%d', (ms, text) => expect(whenText(ms, now)).toBe(text));

  test.each([
    [at(22, 0), '今晚 24:00 到期'],
    [at(23, 0), '明晚 24:00 到期'],
    [at(21, 18), '今天 18:00 到期'],
    [at(22, 18), '明天 18:00 到期'],
    [Date.UTC(2026, 10, 30, 16), '11 月 30 日前用'],
    [at(29, 12), '11 月 29 日 12:00 前用'],
  ])('an end is exclusive: %d', (ms, text) => expect(untilText(ms, now)).toBe(text));

  test.each([
    [now - 59_999, '刚刚'],
    [now - 60_000, '1 分钟前'],
    [now - 41 * 60_000, '41 分钟前'],
    [now - 3 * 3_600_000, '3 小时前'],
    [at(20, 18, 22), '昨天 18:22'],
  ])('%d', (ms, text) => expect(agoText(ms, now)).toBe(text));

  test('minute 600 is 10 点, 630 is 10:30', () => {
    expect([minuteText(600), minuteText(630)]).toEqual(['10 点', '10:30']);
  });
});
