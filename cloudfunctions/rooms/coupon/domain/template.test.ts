import { DAY_MS } from '../../../kernel/period';
import { aTemplate, NOW_MS } from './support/builders';
import { cellsFor, cellTotals, checkTemplate, reserveOf, validUntilMs } from './template';

test('50 over 16 cells: two cells of 4, fourteen of 3', () => {
  const totals = cellTotals(50, 16);
  expect(totals).toEqual([4, 4, ...Array(14).fill(3)]);
  expect(totals.reduce((sum, n) => sum + n, 0)).toBe(50);
});

test('every op sees all cells once, beginning with one that its hash chooses', () => {
  const template = aTemplate({ cellCount: 4, total: 100 });
  const all = ['tpl_welcome8_0', 'tpl_welcome8_1', 'tpl_welcome8_2', 'tpl_welcome8_3'];
  const firsts = new Set<string>();
  for (let op = 0; op < 64; op += 1) {
    const cells = cellsFor(template, `cl_${(op * 2_654_435_761).toString(16).padStart(32, '0')}`);
    expect([...cells].sort()).toEqual(all);
    firsts.add(cells[0] ?? '');
  }
  expect(firsts.size).toBe(4);
});

test('days count from the claim, a moment is a moment', () => {
  expect(validUntilMs({ days: 7 }, NOW_MS)).toBe(NOW_MS + 7 * DAY_MS);
  expect(validUntilMs({ untilMs: NOW_MS + 5 }, NOW_MS)).toBe(NOW_MS + 5);
});

test('the reserve is the largest reduction: the cap of a percentage, on every key', () => {
  const template = aTemplate({
    campaignId: 'launch',
    budgetKeys: ['launch', 'welcome8'],
    terms: { kind: 'percentage', payRateBps: 8_000, capFen: 1_500, minSpendFen: 0, scope: { all: true }, group: 'a' },
  });
  expect(reserveOf(template)).toEqual({ cellId: 'budget_launch', q: { launch: 1_500, welcome8: 1_500 } });
  expect(reserveOf(aTemplate())).toBeNull();
});

test.each([
  [{ total: 0 }],
  [{ cellCount: 17 }],
  [{ total: 3, cellCount: 4 }],
  [{ perResident: 0 }],
  [{ startsAtMs: NOW_MS, endsAtMs: NOW_MS }],
  [{ validity: { days: 0 } }],
  [{ channels: [] }],
  [{ _id: 'a.b' }],
  [{ _id: 'launch_20261122' }],
  [{ _id: '20261122' }],
  [{ campaignId: 'launch', budgetKeys: [] }],
])('a template with %o is not published', (change) => {
  expect(() => checkTemplate(aTemplate(change))).toThrow(RangeError);
});
