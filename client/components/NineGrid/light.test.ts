import { lightMs, lightRun, placeOf, places, ringFields } from './light';

/** Neighbours on the ring stand side by side on the grid: the light never jumps. */
test('clockwise from the upper left corner every step is to a field that touches the last', () => {
  for (let index = 0; index < ringFields; index += 1) {
    const [from, to] = [placeOf(index), placeOf((index + 1) % ringFields)];
    const apart = Math.abs((from % 3) - (to % 3)) + Math.abs(Math.floor(from / 3) - Math.floor(to / 3));
    expect(apart).toBe(1);
  }
  expect(places.filter((index) => index === null)).toHaveLength(1);
  expect(places[4]).toBeNull();
});

test.each([
  [0, '2400ms step-end 2880ms 0 forwards', 3_180],
  [3, '2400ms step-end 2880ms 0.375 forwards', 4_080],
  [7, '2400ms step-end 2880ms 0.875 forwards', 5_280],
])('to field %i the last round goes so many eighths: %s, %i ms in all', (index, last, wholeMs) => {
  expect(lightRun(index).endsWith(last)).toBe(true);
  expect(lightMs(index)).toBe(wholeMs);
});
