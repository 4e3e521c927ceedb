/**
 * Crockford's base 32: no I, L, O or U, so that a code read aloud or typed from paper is not mistaken. 16 signs are 80 random
 * bits (compliance.md, Security).
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
export const HAND_OVER_CODE_BYTES = 10;
export const HAND_OVER_CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** From 10 random bytes. */
export function makeHandOverCode(bytes: ArrayLike<number>): string {
  if (bytes.length !== HAND_OVER_CODE_BYTES) throw new RangeError('a hand-over code takes 10 random bytes');
  let code = '';
  let bits = 0;
  let value = 0;
  for (let index = 0; index < HAND_OVER_CODE_BYTES; index += 1) {
    value = (value << 8) | (bytes[index] ?? 0);
    bits += 8;
    for (; bits >= 5; bits -= 5) code += SIGNS[(value >> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return code;
}

/** What a person typed or a scanner read, as the code it means: small letters, spaces and dashes, O for 0, I and L for 1. */
export function readHandOverCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, 2 * LENGTH);
}

/** `7K51 9264 0XYZ 3MPQ` */
export function shownHandOverCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
