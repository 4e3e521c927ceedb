import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { CODE_CHARS, isSigned, readCode, UNSIGNED_CHARS } from '../domain/code';
import { type CodeKey, findCodeKey, hasFlyers, insertCodeKey } from '../store';

const KEY_BYTES = 32;

/** It never changes, so a warm function keeps it; one store's is never another's. */
const warm = new WeakMap<Db, CodeKey>();

/** The key if this function has read it before. */
export const keyAtHand = (db: Db): CodeKey | undefined => warm.get(db);

/** The shop's key; the first who needs it makes it, once. No round trip when warm. */
export async function codeKey({ db, random, nowMs }: Pick<Context, 'db' | 'random' | 'nowMs'>): Promise<CodeKey> {
  const known = warm.get(db);
  if (known) return known;
  const key = (await findCodeKey(db)) ?? (await makeKey(db, random.bytes(KEY_BYTES), nowMs));
  warm.set(db, key);
  return key;
}

async function makeKey(db: Db, bytes: Uint8Array, madeAtMs: number): Promise<CodeKey> {
  const secretHex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const fresh: CodeKey = { _id: 'scene', secretHex, takesUnsigned: await hasFlyers(db), madeAtMs };
  if ((await insertCodeKey(db, fresh)) === 'inserted') return fresh;
  const theirs = await findCodeKey(db);
  if (!theirs) throw new Error('the key of codes exists and cannot be read');
  return theirs;
}

/** Whether a code may be one of ours, as far as its own characters tell. */
export function mayBeOurs({ secretHex, takesUnsigned }: CodeKey, scene: string): boolean {
  if (scene.length === CODE_CHARS) return readCode(scene) !== null && isSigned(secretHex, scene);
  return takesUnsigned && scene.length === UNSIGNED_CHARS;
}

/** Only of a function that knows the key; one that does not has to look first. */
export function looksOurs(db: Db, scene: string): boolean {
  const key = keyAtHand(db);
  return key !== undefined && mayBeOurs(key, scene);
}
