import fc from 'fast-check';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { CODE_CHARS, codeOf, isSigned, readCode } from './code';

const KEY = '0f'.repeat(32);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sets = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 12, maxLength: 12 }).map((d) => d.join(''));
const numbers = fc.integer({ min: 0, max: 2 ** 18 - 1 });

test('a code is 27 of the 64 characters that a scene of 32 may hold, and says its set and number', () => {
  fc.assert(
    fc.property(sets, numbers, (set, number) => {
      const scene = codeOf(KEY, { set, number });
      expect(scene).toMatch(/^[A-Za-z0-9_-]{27}$/);
      expect(readCode(scene)).toEqual({ set, number });
      expect(isSigned(KEY, scene)).toBe(true);
    }),
    { seed: treeSeed() },
  );
});

test('one character changed anywhere, or another key, and it is not signed', () => {
  fc.assert(
    fc.property(sets, numbers, fc.nat(CODE_CHARS - 1), fc.integer({ min: 1, max: 63 }), (set, number, at, by) => {
      const scene = codeOf(KEY, { set, number });
      const other = ALPHABET[(ALPHABET.indexOf(scene[at] ?? '') + by) % 64];
      expect(isSigned(KEY, scene.slice(0, at) + other + scene.slice(at + 1))).toBe(false);
      expect(isSigned('f0'.repeat(32), scene)).toBe(false);
    }),
    { seed: treeSeed() },
  );
});

test('26 or 28 characters, or one that is no such character, are no code', () => {
  const scene = codeOf(KEY, { set: '0123456789ab', number: 7 });
  for (const wrong of [scene.slice(1), `${scene}A`, `${scene.slice(0, 26)}.`, '']) expect(readCode(wrong)).toBeNull();
});

test('a set of 11 digits or a number of 2^18 is a mistake of ours', () => {
  expect(() => codeOf(KEY, { set: '0123456789a', number: 1 })).toThrow(RangeError);
  expect(() => codeOf(KEY, { set: '0123456789ab', number: 2 ** 18 })).toThrow(RangeError);
});
