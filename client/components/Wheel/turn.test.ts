import { angleTo, discOf } from './turn';

/** The sector under the pointer: the disc turned clockwise by `degrees` shows what stood `degrees` before it. */
const under = (degrees: number, sectors: number) => Math.round((360 - (degrees % 360)) / (360 / sectors)) % sectors;

describe('the wheel turns to what the server drew', () => {
  test('from rest to sector 3 of 8 is five turns and 225 degrees', () => {
    expect(angleTo(3, 0, 8)).toBe(2_025);
  });

  test.each([3, 5, 6, 8, 10])(
    'of %i, every sector from every sector: right field, clockwise, 5 to 6 turns',
    (sectors) => {
      for (let from = 0; from < sectors; from += 1) {
        for (let to = 0; to < sectors; to += 1) {
          const start = angleTo(from, 0, sectors);
          const end = angleTo(to, start, sectors);
          expect(under(end, sectors)).toBe(to);
          expect(end - start).toBeGreaterThan(1_799.999);
          expect(end - start).toBeLessThan(2_160.001);
        }
      }
    },
  );
});

describe('the disc', () => {
  const colours = (sectors: number) => [...discOf(sectors).matchAll(/--ll-([a-z-]+)/g)].map(([, colour]) => colour);

  test('eight fields by turns, the first around the top', () => {
    expect(colours(8)).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'].map((letter) => `c-wheel-${letter}`));
    expect(discOf(8).startsWith('conic-gradient(from -22.5deg, var(--ll-c-wheel-a) 0deg 45deg, ')).toBe(true);
  });

  test.each([3, 5, 6, 7])('no two neighbours of %i fields are of one colour', (sectors) => {
    const all = colours(sectors);
    expect(all).toHaveLength(sectors);
    for (const [index, colour] of all.entries()) expect(colour).not.toBe(all[(index + 1) % sectors]);
  });
});
