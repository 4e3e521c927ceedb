import { sha256 } from 'js-sha256';

/** HMAC-SHA-256 of a text under a key of 32 bytes, given as 64 lower-case hex digits; 32 bytes. */
export function macOf(keyHex: string, text: string): readonly number[] {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new RangeError('a key is 64 lower-case hex digits');
  const key: number[] = [];
  for (let i = 0; i < 64; i += 2) key.push(Number.parseInt(keyHex.slice(i, i + 2), 16));
  return sha256.hmac.array(key, text);
}
