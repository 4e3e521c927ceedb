import { hashOf } from '../../../kernel/ids';

/** Codes are read aloud and typed: width, case and blanks do not count. */
export function normalizedCode(code: string): string {
  return code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** `_id` of a redeem code. */
export function codeIdOf(code: string): string {
  return `rc_${hashOf('redeem-code', normalizedCode(code))}`;
}
