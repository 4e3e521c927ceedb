import { countdownParts } from './parts';

const second = 1_000;
const hour = 3_600 * second;

describe('countdown', () => {
  test('at 0 the time is up, at 1 ms a second still shows', () => {
    expect(countdownParts(0)).toBeNull();
    expect(countdownParts(-5)).toBeNull();
    expect(countdownParts(1)).toEqual({ days: 0, hours: '00', minutes: '00', seconds: '01' });
  });

  test('35 min 48 s', () => {
    expect(countdownParts(2_148 * second)).toEqual({ days: 0, hours: '00', minutes: '35', seconds: '48' });
  });

  test('days stand apart: 6 days and 1 hour', () => {
    expect(countdownParts(145 * hour)).toEqual({ days: 6, hours: '01', minutes: '00', seconds: '00' });
  });

  test('a minute before a day: 23:59:00', () => {
    expect(countdownParts(24 * hour - 60 * second)).toEqual({ days: 0, hours: '23', minutes: '59', seconds: '00' });
  });
});
