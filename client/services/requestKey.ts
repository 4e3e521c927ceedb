import { serverNowMs } from './clock';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letters = 22; // 22 × 6 = 132 bits: two taps never share a key

/**
 * One tap's key: `<13 digits of server ms>-<22 base64url>` (protocol-of-holds.md). Retries of the tap carry the same key,
 * which is how the server tells a retry from a second wish. Not a secret, so Math.random is enough; WeChat has no
 * synchronous source of better chance.
 */
export function newRequestKey(nowMs: number = serverNowMs(), random: () => number = Math.random): string {
  const tail = Array.from({ length: letters }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  return `${String(Math.floor(nowMs)).padStart(13, '0')}-${tail}`;
}
