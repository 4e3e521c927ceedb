import { sha256 } from 'js-sha256';
import { DAY_MS, type EpochMs, MINUTE_MS } from './period';

/**
 * Ids are made from their cause, so that doing a thing again finds it done: the first 32 hex digits (128 bits) of
 * SHA-256 over the JSON array of the parts. JSON keeps ['a', 'bc'] and ['ab', 'c'] apart.
 */
export function hashOf(...parts: readonly (string | number)[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 32);
}

/** The resident of this WeChat identity; an OPENID never leaves the server. */
export function residentId(appId: string, openId: string): string {
  return `r_${hashOf(appId, openId)}`;
}

/** `_id` of the order that this request key places; also the op of its marks. */
export function orderId(resident: string, requestKey: string): string {
  return hashOf(resident, requestKey);
}

/** Op of a claim, exchange or redemption. */
export function claimOp(resident: string, requestKey: string): string {
  return `cl_${hashOf(resident, requestKey)}`;
}

/** Op of a spin: one chance, one spin. */
export function spinOp(chanceId: string): string {
  return `sp_${hashOf(chanceId)}`;
}

/** Op of a reward, from (rule, cause, beneficiary, n). */
export function rewardOp(ruleId: string, causeId: string, beneficiaryId: string, n: number): string {
  return hashOf(ruleId, causeId, beneficiaryId, n);
}

/** `<source>:<cause id>:<n>`, n from 1: an order may give several chances. */
export function chanceId(source: string, causeId: string, n: number): string {
  return `${source}:${causeId}:${n}`;
}

const KEY_PATTERN = /^([0-9]{13})-([A-Za-z0-9_-]{22})$/;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A key older than this could meet a pruned journal; one from further ahead than this comes from a broken clock. */
export const REQUEST_KEY_MAX_AGE_MS = DAY_MS;
export const REQUEST_KEY_MAX_AHEAD_MS = 5 * MINUTE_MS;

/** `<13 digits of ms>-<22 base64url>`, once per tap, from server time and 16 random bytes. */
export function makeRequestKey(nowMs: EpochMs, randomBytes: ArrayLike<number>): string {
  if (randomBytes.length !== 16) throw new RangeError('a request key takes 16 random bytes');
  let text = '';
  for (let i = 0; i < 16; i += 3) {
    const [a, b, c] = [randomBytes[i] ?? 0, randomBytes[i + 1] ?? 0, randomBytes[i + 2] ?? 0];
    text += `${BASE64URL[a >> 2]}${BASE64URL[((a & 3) << 4) | (b >> 4)]}`;
    text += `${BASE64URL[((b & 15) << 2) | (c >> 6)]}${BASE64URL[c & 63]}`;
  }
  return `${String(nowMs).padStart(13, '0')}-${text.slice(0, 22)}`;
}

export interface RequestKeyParts {
  /** Birth of the operation, the same in all its retries. */
  atMs: EpochMs;
  random: string;
}

/** Reads a key's parts; undefined where it is malformed. Its age is the door's to judge (platform/serve/request.ts). */
export function parseRequestKey(key: string): RequestKeyParts | undefined {
  const match = KEY_PATTERN.exec(key);
  return match ? { atMs: Number(match[1]), random: match[2] ?? '' } : undefined;
}
