import { choosePrices } from './choose-prices';
import type { PriceProblem } from './problem';
import { aLine, anNth, aProblem, shown } from './support/build';

const chosen = (problem: PriceProblem) => {
  const result = choosePrices(problem);
  expect(result.proven).toBe(true);
  return { sumFen: result.sumFen, parts: shown(result) };
};

describe('nth items', () => {
  test('第二件半价, 5 of a ¥19.90 drink: 2 at ¥9.95, the fifth fills no pair', () => {
    const lines = [aLine(5, 1990)];
    expect(chosen(aProblem(lines, { nths: [anNth(lines, 2, 1, 5000)] }))).toEqual({
      sumFen: 3 * 1990 + 2 * 995,
      parts: ['0 list ×3 5970', '0 list ×2 reduced 1990'],
    });
  });

  test('of 3 pieces the cheapest is free, across SKUs of ¥12.90, ¥8.90 and ¥8.90: the later of the two equal ones', () => {
    const lines = [aLine(1, 1290), aLine(1, 890), aLine(1, 890)];
    expect(chosen(aProblem(lines, { nths: [anNth(lines, 3, 1, 0)] }))).toEqual({
      sumFen: 1290 + 890,
      parts: ['0 list ×1 1290', '1 list ×1 890', '2 list ×1 reduced 0'],
    });
  });

  test('what takes list prices alone is left where the window at 8折 is lower for both: 2 × ¥8 beats ¥10 + ¥7', () => {
    const lines = [aLine(2, 1000)];
    const window = { rank: 1, kind: 'window' as const, unitFen: [800], maxUnits: null };
    const nth = anNth(lines, 2, 1, 7000, { takes: ['list'] });
    expect(chosen(aProblem(lines, { prices: [window], nths: [nth] }))).toEqual({
      sumFen: 1600,
      parts: ['0 window ×2 1600'],
    });
  });

  test('what takes list prices alone is taken where half price is lower: ¥10 + ¥5 beats 2 × ¥8; a third at the window', () => {
    const lines = [aLine(3, 1000)];
    const window = { rank: 1, kind: 'window' as const, unitFen: [800], maxUnits: null };
    const nth = anNth(lines, 2, 1, 5000, { takes: ['list'] });
    expect(chosen(aProblem(lines, { prices: [window], nths: [nth] }))).toEqual({
      sumFen: 800 + 1000 + 500,
      parts: ['0 window ×1 800', '0 list ×1 1000', '0 list ×1 reduced 500'],
    });
  });

  test('a unit at its floor is not counted: 2 of ¥10 with a floor of ¥10 beside 1 of ¥20 make no pair', () => {
    const lines = [aLine(2, 1000, 1000), aLine(1, 2000)];
    expect(chosen(aProblem(lines, { nths: [anNth(lines, 2, 1, 5000)] }))).toEqual({
      sumFen: 4000,
      parts: ['0 list ×2 2000', '1 list ×1 2000'],
    });
  });

  test('a window that brings units to their floor of ¥8 is passed by where half price, ¥8 at the floor, comes to as much', () => {
    const lines = [aLine(1, 1000, 800), aLine(1, 3000)];
    const window = { rank: 1, kind: 'window' as const, unitFen: [800, undefined], maxUnits: null };
    // At the window the first unit is at its floor and out of the pair: 800 + 3000. At list it is reduced to 800.
    const result = chosen(aProblem(lines, { prices: [window], nths: [anNth(lines, 2, 1, 5000)] }));
    expect(result).toEqual({ sumFen: 3800, parts: ['0 window ×1 800', '1 list ×1 3000'] });
  });

  test('a reduced unit stops at its floor: second at half price of ¥10, floor ¥7, costs ¥7', () => {
    const lines = [aLine(2, 1000, 700)];
    expect(chosen(aProblem(lines, { nths: [anNth(lines, 2, 1, 5000)] })).sumFen).toBe(1700);
  });

  test('a cheap unit that would use up the free one is paid at flash: ¥1.10 + ¥10 beats ¥20', () => {
    const lines = [aLine(1, 120), aLine(2, 1000)];
    const flash = { rank: 1, kind: 'flash' as const, unitFen: [110, undefined], maxUnits: null };
    expect(chosen(aProblem(lines, { prices: [flash], nths: [anNth(lines, 2, 1, 0)] }))).toEqual({
      sumFen: 1110,
      parts: ['0 flash ×1 110', '1 list ×1 1000', '1 list ×1 reduced 0'],
    });
  });

  test('a unit that two offers take is counted where it completes: 3 + 1 units in pairs of each offer', () => {
    const lines = [aLine(1, 1000), aLine(2, 1000), aLine(1, 1000)];
    const left = anNth(lines, 2, 1, 5000, { rank: 1, lines: [0, 1] });
    const right = anNth(lines, 2, 1, 5000, { rank: 2, lines: [1, 2] });
    expect(chosen(aProblem(lines, { nths: [left, right] })).sumFen).toBe(2 * 1000 + 2 * 500);
  });

  test('units of a bundle count by their share where the offer takes bundles: of ¥3.01 for 3 one costs 101, two 100', () => {
    const lines = [aLine(3, 200)];
    const bundle = { rank: 1, components: [{ line: 0, units: 3, amountFen: 301 }], maxSets: null };
    const nth = anNth(lines, 3, 1, 0, { takes: ['bundle'] });
    expect(chosen(aProblem(lines, { bundles: [bundle], nths: [nth] }))).toEqual({
      sumFen: 201,
      parts: ['0 bundle ×2 201', '0 bundle ×1 reduced 0'],
    });
  });
});

describe('bundles', () => {
  test('a SKU in two bundles: two smaller cuts (¥6 + ¥6) beat the largest (¥10) that greed takes first', () => {
    const lines = [aLine(1, 2000), aLine(1, 2000), aLine(1, 2000), aLine(1, 2000)];
    const pair = (rank: number, a: number, b: number, cutFen: number) => ({
      rank,
      maxSets: null,
      components: [
        { line: a, units: 1, amountFen: 2000 - cutFen / 2 },
        { line: b, units: 1, amountFen: 2000 - cutFen / 2 },
      ],
    });
    const bundles = [pair(1, 1, 2, 1000), pair(2, 0, 1, 600), pair(3, 2, 3, 600)];
    expect(chosen(aProblem(lines, { bundles })).sumFen).toBe(8000 - 1200);
  });

  test('a bundle as dear as its units is taken: of equal sums the one with more units in bundles', () => {
    const lines = [aLine(2, 500)];
    const bundles = [{ rank: 1, components: [{ line: 0, units: 2, amountFen: 1000 }], maxSets: null }];
    expect(chosen(aProblem(lines, { bundles })).parts).toEqual(['0 bundle ×2 1000']);
  });

  test('a bundle that breaks a pair is left: 2 × ¥10 second free is ¥10, the set with tea saves only ¥3', () => {
    const lines = [aLine(2, 1000), aLine(1, 800)];
    const components = [
      { line: 0, units: 1, amountFen: 850 },
      { line: 1, units: 1, amountFen: 650 },
    ];
    const nth = anNth(lines, 2, 1, 0, { lines: [0], rank: 2 });
    expect(chosen(aProblem(lines, { bundles: [{ rank: 1, components, maxSets: null }], nths: [nth] }))).toEqual({
      sumFen: 1800,
      parts: ['0 list ×1 1000', '0 list ×1 reduced 0', '1 list ×1 800'],
    });
  });

  test('sets stop at their limit: 1 set of ¥15 for two units of ¥10, the other two at list', () => {
    const lines = [aLine(4, 1000)];
    const bundles = [{ rank: 1, components: [{ line: 0, units: 2, amountFen: 1500 }], maxSets: 1 }];
    expect(chosen(aProblem(lines, { bundles }))).toEqual({
      sumFen: 3500,
      parts: ['0 bundle ×2 1500', '0 list ×2 2000'],
    });
  });
});

describe('limited prices', () => {
  test('a window for 2 units at 8折 goes to the dearer SKU: −¥8 on oil at ¥40, not −¥2 on milk at ¥10', () => {
    const lines = [aLine(2, 1000), aLine(2, 4000)];
    const window = { rank: 1, kind: 'window' as const, unitFen: [800, 3200], maxUnits: 2 };
    expect(chosen(aProblem(lines, { prices: [window] }))).toEqual({
      sumFen: 2000 + 6400,
      parts: ['0 list ×2 2000', '1 window ×2 6400'],
    });
  });

  test('two limited windows: the first moves to the line that the second cannot serve', () => {
    const lines = [aLine(1, 1000), aLine(1, 1000)];
    const prices = [
      { rank: 1, kind: 'window' as const, unitFen: [500, 600], maxUnits: 1 },
      { rank: 2, kind: 'window' as const, unitFen: [700, undefined], maxUnits: 1 },
    ];
    expect(chosen(aProblem(lines, { prices })).sumFen).toBe(700 + 600);
  });

  test('a limit that the cart cannot reach needs no search', () => {
    const lines = [aLine(2, 1000)];
    const window = { rank: 1, kind: 'window' as const, unitFen: [800], maxUnits: 2 };
    expect(choosePrices(aProblem(lines, { prices: [window] }))).toMatchObject({ sumFen: 1600, considered: 0 });
  });

  test('at one price flash comes before window, window before tier, then the lower offer id', () => {
    const lines = [aLine(1, 1000)];
    const at = (kind: 'tier' | 'window' | 'flash', rank: number) => ({ rank, kind, unitFen: [900], maxUnits: null });
    const kindOf = (...prices: ReturnType<typeof at>[]) => choosePrices(aProblem(lines, { prices })).parts[0];
    expect(kindOf(at('tier', 0), at('window', 1), at('flash', 2))).toMatchObject({ kind: 'flash' });
    expect(kindOf(at('tier', 0), at('window', 1))).toMatchObject({ kind: 'window' });
    expect(kindOf(at('window', 5), at('window', 4))).toMatchObject({ price: 1 });
  });
});
