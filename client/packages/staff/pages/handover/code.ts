import { HAND_OVER_CODE, readHandOverCode } from '@kernel/hand-over-code';
import { staffDrawWords as words } from '@/text/areas/staff-draw';

const signs = 16;

/** The code that was written or scanned; null: it is none. */
export function codeIn(text: string): string | null {
  const code = readHandOverCode(text);
  return HAND_OVER_CODE.test(code) ? code : null;
}

/** What is still missing of a code that is being typed; null: it is whole. */
export function missingText(text: string): string | null {
  const { length } = readHandOverCode(text);
  if (length === 0) return words.look;
  if (length > signs) return words.tooMany;
  return length < signs ? words.left(signs - length) : null;
}
