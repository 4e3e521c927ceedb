import fc from 'fast-check';
import { holdsAlways } from '../support/random';
import { assignUnits, type UnitCost, type UnitDemand } from './assign-units';

const at = (fen: number, preference = 0): UnitCost => ({ fen, preference });

test('2 units at the limited price go to the line that saves most: 1,000 → 600 before 500 → 400', () => {
  const demands = [
    { quantity: 2, costs: [at(500), at(400)] },
    { quantity: 2, costs: [at(1000), at(600)] },
  ];
  expect(assignUnits(demands, [Number.POSITIVE_INFINITY, 2])).toEqual([
    [2, 0],
    [0, 2],
  ]);
});

test('a unit moves to its second price where another line needs its first one more', () => {
  const demands = [
    { quantity: 1, costs: [at(100), at(50), at(60)] },
    { quantity: 1, costs: [at(100), at(10), undefined] },
  ];
  expect(assignUnits(demands, [Number.POSITIVE_INFINITY, 1, 1])).toEqual([
    [0, 0, 1],
    [0, 1, 0],
  ]);
});

test('equal sums go by preference', () => {
  const demands = [{ quantity: 3, costs: [at(10), at(5, -1), at(5, -2)] }];
  expect(assignUnits(demands, [Number.POSITIVE_INFINITY, 2, 2])).toEqual([[0, 1, 2]]);
});

function costOf(demands: readonly UnitDemand[], units: readonly number[][]): [number, number] {
  let [fen, preference] = [0, 0];
  for (const [l, row] of units.entries())
    for (const [s, n] of row.entries()) {
      const cost = demands[l]?.costs[s];
      if (n > 0 && !cost) throw new Error('a price that is not for the line');
      fen += n * (cost?.fen ?? 0);
      preference += n * (cost?.preference ?? 0);
    }
  return [fen, preference];
}

/** Every assignment, unit by unit. */
function cheapest(demands: readonly UnitDemand[], capacities: readonly number[]): [number, number] {
  const unitsOf = demands.flatMap((demand, l) => Array.from({ length: demand.quantity }, () => l));
  let best: [number, number] = [Number.POSITIVE_INFINITY, 0];
  const walk = (n: number, free: readonly number[], fen: number, preference: number) => {
    if (n === unitsOf.length) {
      if (fen < best[0] || (fen === best[0] && preference < best[1])) best = [fen, preference];
      return;
    }
    for (const [s, cost] of (demands[unitsOf[n] ?? 0]?.costs ?? []).entries()) {
      if (!cost || (free[s] ?? 0) === 0) continue;
      const left = free.map((room, i) => (i === s ? room - 1 : room));
      walk(n + 1, left, fen + cost.fen, preference + cost.preference);
    }
  };
  walk(0, capacities, 0, 0);
  return best;
}

test('is the cheapest of all assignments, and gives each unit one price within the limits', () => {
  const cost = fc.record({ fen: fc.integer({ min: 0, max: 12 }), preference: fc.integer({ min: -3, max: 0 }) });
  const demand = fc.record({
    quantity: fc.integer({ min: 1, max: 2 }),
    costs: fc.tuple(cost, fc.option(cost, { nil: undefined }), fc.option(cost, { nil: undefined })),
  });
  const capacity = fc.integer({ min: 1, max: 3 });
  holdsAlways(fc.tuple(fc.array(demand, { minLength: 1, maxLength: 3 }), capacity, capacity), ([demands, a, b]) => {
    const capacities = [Number.POSITIVE_INFINITY, a, b];
    const units = assignUnits(demands, capacities);
    for (const [l, row] of units.entries()) expect(row.reduce((x, y) => x + y, 0)).toBe(demands[l]?.quantity);
    for (const s of [1, 2])
      expect(units.reduce((sum, row) => sum + (row[s] ?? 0), 0)).toBeLessThanOrEqual(capacities[s] ?? 0);
    expect(costOf(demands, units)).toEqual(cheapest(demands, capacities));
  });
});
