import { angleTo, sectors } from './turn';

/** The sector under the pointer: the disc turned clockwise by `degrees` shows what stood `degrees` before it. */
const under = (degrees: number) => Math.round((360 - (degrees % 360)) / (360 / sectors)) % sectors;

describe('the wheel turns to what the server drew', () => {
  test('from rest to sector 3 is five turns and 225 degrees', () => {
    expect(angleTo(3, 0)).toBe(2_025);
  });

  test('every sector from every sector: right field, clockwise, 5 to 6 turns', () => {
    for (let from = 0; from < sectors; from += 1) {
      for (let to = 0; to < sectors; to += 1) {
        const start = angleTo(from, 0);
        const end = angleTo(to, start);
        expect(under(end)).toBe(to);
        expect(end - start).toBeGreaterThanOrEqual(1_800);
        expect(end - start).toBeLessThan(2_160);
      }
    }
  });
});
