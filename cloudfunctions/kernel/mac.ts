import { sha256 } from 'js-sha256';

/** HMAC-SHA-256 of a text under a key of 32 bytes, given as 64 lower-case hex digits; 32 bytes. */
export function macOf(keyHex: string, text: string): readonly number[] {
  return sha256.hmac.array(bytesOf(keyHex), text);
}

/** The shop has one such key; read once, it is not read again for each code of a sheet. */
let last = { hex: '', bytes: [] as number[] };

function bytesOf(keyHex: string): number[] {
  if (last.hex !== keyHex) {
    if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new RangeError('a key is 64 lower-case hex digits');
    last = { hex: keyHex, bytes: (keyHex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)) };
  }
  return last.bytes;
}
