import fc from 'fast-check';
import {
  HAND_OVER_CODE,
  HAND_OVER_CODE_BYTES,
  makeHandOverCode,
  readHandOverCode,
  shownHandOverCode,
} from './hand-over-code';

const tenBytes = fc.uint8Array({ minLength: HAND_OVER_CODE_BYTES, maxLength: HAND_OVER_CODE_BYTES });

test('10 bytes of ones are 16 times the last sign, of zeros 16 times the first', () => {
  expect(makeHandOverCode(new Uint8Array(10).fill(255))).toBe('Z'.repeat(16));
  expect(makeHandOverCode(new Uint8Array(10))).toBe('0'.repeat(16));
});

test('80 bits are 80 bits: two different draws of bytes are two codes', () => {
  fc.assert(
    fc.property(tenBytes, tenBytes, (one, other) => {
      const same = one.every((byte, index) => byte === other[index]);
      expect(makeHandOverCode(one) === makeHandOverCode(other)).toBe(same);
      expect(makeHandOverCode(one)).toMatch(HAND_OVER_CODE);
    }),
  );
});

test('fewer than 80 bits are no code', () => {
  expect(() => makeHandOverCode(new Uint8Array(9))).toThrow(RangeError);
});

test('a code is read as it is shown, in small letters, and with the letters that people write for digits', () => {
  fc.assert(
    fc.property(tenBytes, (bytes) => {
      const code = makeHandOverCode(bytes);
      const written = shownHandOverCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
      expect(readHandOverCode(written)).toBe(code);
    }),
  );
  expect(shownHandOverCode('7K5192640XYZ3MPQ')).toBe('7K51 9264 0XYZ 3MPQ');
});
