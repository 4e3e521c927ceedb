import { dayOf, shownCode, spanOf, thanksOf } from './when';

/** 2026-11-22 09:00 in Shanghai, a Sunday. */
const STARTS_MS = Date.UTC(2026, 10, 22, 1);
const event = { startsAtMs: STARTS_MS, endsAtMs: STARTS_MS + 9_000_000, weatherNote: '下雨挪到下周日' };

test.each([
  [STARTS_MS - 3_600_000 * 12, '明天 09:00 到 11:30'],
  [STARTS_MS, '今天 09:00 到 11:30'],
  [STARTS_MS - 3_600_000 * 72, '11 月 22 日 09:00 到 11:30'],
])('seen at %i: %s', (nowMs, text) => {
  expect(spanOf(event, nowMs)).toBe(text);
});

test('the day has its weekday, and what happens in the rain', () => {
  expect(dayOf(event)).toBe('11 月 22 日，周日。下雨挪到下周日');
  expect(dayOf({ ...event, weatherNote: '' })).toBe('11 月 22 日，周日');
});

test('the coupon says what it takes off, from what, how long, and for whom', () => {
  const terms = { kind: 'fixed', scope: { all: true }, minSpendFen: 3_000, offFen: 500, group: 'a' } as const;
  expect(thanksOf({ title: '谢谢', terms, days: 14 })).toEqual({
    title: '到场扫码，得一张 ¥5 券',
    note: '满 30 可用，到场后 14 天内用；每户一张',
  });
});

test('8 digits are read out in two fours', () => {
  expect(shownCode('48260937')).toBe('4826 0937');
});
