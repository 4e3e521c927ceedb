import { problemsOfOffer } from '../registry';
import { NOW_MS } from '../support/build';
import { timeWindow } from './time-window';

const price = { form: 'rate', payRateBps: 8000 } as const;
const moment = { nowMs: NOW_MS, tier: 'normal', firstOrderRight: true } as const;

describe('time window', () => {
  test('a window that ends before it begins is refused by name', () =>
    expect(problemsOfOffer('time-window', { windows: [{ fromMinute: 660, untilMinute: 600 }], price })).toEqual([
      { field: 'windows.0.untilMinute', problem: 'RULE' },
    ]));
  test('10折 is no offer: at most 9,999 bps', () =>
    expect(problemsOfOffer('time-window', { windows: [], price: { form: 'rate', payRateBps: 10_000 } })).toEqual([
      { field: 'price.payRateBps', problem: 'OUT_OF_BOUNDS' },
    ]));
  test.each([
    [{ form: 'price', unitFen: 990 } as const, 990],
    [{ form: 'rate', payRateBps: 8000 } as const, 1001],
    [{ form: 'cut', offFen: 300 } as const, 951],
    [{ form: 'cut', offFen: 1252 } as const, 0],
  ])('%j makes 1,251 into %p', (form, unitFen) =>
    expect(timeWindow.unitFen({ windows: [], price: form }, 1251)).toBe(unitFen),
  );
  test('at 10:30 the window of 11:00 opens in half an hour', () =>
    expect(timeWindow.unmet({ windows: [{ fromMinute: 660, untilMinute: 720 }], price }, moment)).toEqual({
      reason: 'NOT_YET',
      opensAtMs: NOW_MS + 30 * 60_000,
    }));
});
