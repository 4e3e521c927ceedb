import { macOf } from '../../../kernel/mac';

/**
 * The code of a flyer or a link, which a mini-program code carries as its scene: at most 32 characters of these 64 by
 * WeChat's rule (wxacode.getUnlimited). 27 are used: 8 name the set (a batch or a link, 48 bits), 3 the number in it, and
 * 16 sign both (96 bits; compliance.md asks for 80 that cannot be guessed). Who has no key makes no code, and a code that
 * is not ours is told so without a look at the database.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SET_CHARS = 8;
const NUMBER_CHARS = 3;
const TAG_BYTES = 12;
const BODY_CHARS = SET_CHARS + NUMBER_CHARS;
export const CODE_CHARS = BODY_CHARS + 16;
/** Flyers printed before codes were signed: 96 random bits, known by the database alone. */
export const UNSIGNED_CHARS = 16;

/** number 0: the set is a link, which has one code. */
export interface Code {
  /** 12 hex digits. */
  readonly set: string;
  readonly number: number;
}

export function codeOf(keyHex: string, { set, number }: Code): string {
  if (!/^[0-9a-f]{12}$/.test(set)) throw new RangeError('a set is 12 hex digits');
  if (!Number.isInteger(number) || number < 0 || number >= 64 ** NUMBER_CHARS)
    throw new RangeError('a number of 18 bits');
  const bytes = set.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  const body = textOf(bytes) + [12, 6, 0].map((shift) => ALPHABET[(number >> shift) & 63]).join('');
  return body + tagOf(keyHex, body);
}

/** What a code says it is; null: no code of this form. Whether it is ours, `isSigned` tells. */
export function readCode(scene: string): Code | null {
  if (scene.length !== CODE_CHARS) return null;
  const digits = [...scene].map((char) => ALPHABET.indexOf(char));
  if (digits.includes(-1)) return null;
  let set = '';
  for (let i = 0; i < SET_CHARS; i += 2) {
    const [high = 0, low = 0] = digits.slice(i, i + 2);
    set += (high * 64 + low).toString(16).padStart(3, '0');
  }
  const number = digits.slice(SET_CHARS, BODY_CHARS).reduce((sum, digit) => sum * 64 + digit, 0);
  return { set, number };
}

/** Every character is compared, so that the time it takes says nothing of where a guess is wrong. */
export function isSigned(keyHex: string, scene: string): boolean {
  const wanted = tagOf(keyHex, scene.slice(0, BODY_CHARS));
  const given = scene.slice(BODY_CHARS);
  if (given.length !== wanted.length) return false;
  let difference = 0;
  for (let i = 0; i < wanted.length; i += 1) difference |= wanted.charCodeAt(i) ^ given.charCodeAt(i);
  return difference === 0;
}

const tagOf = (keyHex: string, body: string): string => textOf(macOf(keyHex, `scene|${body}`).slice(0, TAG_BYTES));

/** base64url of a multiple of three bytes: nothing is padded, so every text is one code and no other. */
function textOf(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += ALPHABET[(bits >> shift) & 63];
  }
  return text;
}
