import fc from 'fast-check';
import type { Cell, Mark } from '../../../kernel/cell';
import { DAY_MS } from '../../../kernel/period';
import { planPrize } from './pace';
import { unitsFree, unitsOfCell } from './stock';
import { aDraw, aProduct, aStock, NOW_MS } from './support/builders';

const period = { startMs: NOW_MS, endMs: NOW_MS + 10 * DAY_MS };

describe('pace: at most floor(n × elapsed share) + burst are out', () => {
  test.each([
    [10, 1, -1, 1],
    [10, 1, 0, 1],
    [10, 1, DAY_MS - 1, 1],
    [10, 1, DAY_MS, 2],
    [10, 1, 9 * DAY_MS - 1, 9],
    [10, 1, 9 * DAY_MS, 10],
    [10, 1, 10 * DAY_MS, 10],
    [10, 1, 99 * DAY_MS, 10],
    [10, 0, DAY_MS - 1, 0],
    [10, 0, DAY_MS, 1],
    [3, 1, 10 * DAY_MS - 1, 3],
    [3, 1, Math.ceil((10 * DAY_MS) / 3) - 1, 1],
    [3, 1, Math.ceil((10 * DAY_MS) / 3), 2],
    [3, 3, 0, 3],
  ])('n %i, burst %i, %i ms after the start: %i free', (count, burst, elapsedMs, free) => {
    expect(unitsFree({ count, burst }, period, NOW_MS + elapsedMs)).toBe(free);
  });

  test('the same as: unit i is free from start + (i − burst) × T / n', () => {
    const numbers = fc.record({
      count: fc.integer({ min: 1, max: 200 }),
      burst: fc.integer({ min: 0, max: 5 }),
      elapsedMs: fc.integer({ min: 0, max: 10 * DAY_MS }),
    });
    fc.assert(
      fc.property(numbers, ({ count, burst, elapsedMs }) => {
        const wholeMs = period.endMs - period.startMs;
        let free = 0;
        for (let i = 1; i <= count; i += 1) if ((i - burst) * wholeMs <= elapsedMs * count) free += 1;
        expect(unitsFree({ count, burst }, period, period.startMs + elapsedMs)).toBe(free);
      }),
    );
  });
});

test('cell j holds the units i ≡ j: every unit is in one cell, whatever the number of cells', () => {
  for (let cellCount = 1; cellCount <= 16; cellCount += 1)
    for (let upTo = 0; upTo <= 50; upTo += 1) {
      const counted = Array.from({ length: cellCount }, () => 0);
      for (let i = 1; i <= upTo; i += 1) counted[i % cellCount] = (counted[i % cellCount] ?? 0) + 1;
      expect(counted.map((_, index) => unitsOfCell(upTo, index, cellCount))).toEqual(counted);
    }
});

describe('what the cells allow', () => {
  const spin = { op: 'sp_1', nowMs: NOW_MS };
  const cellOf = (left: { [key: string]: number }, held: { [op: string]: Mark } = {}): Map<string, Cell> =>
    new Map([
      ['prize_draw_1_kettle_0', { _id: 'prize_draw_1_kettle_0', left, initial: { n: 10 }, horizon: 0, open: 0, held }],
    ]);
  const plan = (stock = aStock({ count: 10, burst: 1 }), cells = cellOf({ n: 10 })) =>
    planPrize(aDraw(), { ...aProduct(), stock }, cells, spin);

  test.each([
    [
      10,
      { tries: [{ cellId: 'prize_draw_1_kettle_0', q: { n: 1 }, leaveAtLeast: { n: 8 } }], ifRefused: 'AHEAD_OF_PACE' },
    ],
    [
      9,
      { tries: [{ cellId: 'prize_draw_1_kettle_0', q: { n: 1 }, leaveAtLeast: { n: 8 } }], ifRefused: 'AHEAD_OF_PACE' },
    ],
    [8, { turned: 'AHEAD_OF_PACE' }],
    [0, { turned: 'OUT_OF_STOCK' }],
  ])('1 of 10 days gone, so 2 are free; %i left', (n, expected) => {
    expect(plan(undefined, cellOf({ n }))).toEqual(expected);
  });

  test.each([
    [1, { n: 1, d20261122: 1 }],
    [0, null],
  ])('%i left of today: taken with the unit, or DAY_LIMIT', (d20261122, q) => {
    const answer = plan(aStock({ perDay: 1 }), cellOf({ n: 3, d20261122 }));
    if (q) expect(answer).toMatchObject({ tries: [{ q }] });
    else expect(answer).toEqual({ turned: 'DAY_LIMIT' });
  });

  test('a unit that this spin holds already is its unit', () => {
    const held = { sp_1: { q: { n: 1 }, at: 1, s: 'h' as const, by: 'r_test' } };
    expect(plan(undefined, cellOf({ n: 0 }, held))).toEqual({ held: 'prize_draw_1_kettle_0' });
  });
});
