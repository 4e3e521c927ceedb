import type { RequestInfo } from '../faults';
import { decodeFields } from '../store/codec';
import { invalidParam } from '../store/errors';
import type { Fields } from '../store/values';

/** A JSON body as it came. */
export type Body = Record<string, unknown>;

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
]);

export function describe(body: Body): RequestInfo {
  const action = String(body.action ?? '');
  const kind = WRITES.has(action) ? 'write' : action.startsWith('database.') ? 'read' : 'other';
  const collection = typeof body.collectionName === 'string' ? body.collectionName : undefined;
  return { action, collection, kind, invocationId: String(body.wxCloudApiToken ?? '') };
}

/** A field that holds EJSON of an object; absent or '' is an empty object. */
export function fieldsOf(body: Body, name: string, nowMs: number): Fields {
  const text = body[name];
  if (text === undefined || text === '') return {};
  if (typeof text !== 'string') throw invalidParam(`${name} must be EJSON text`);
  return decodeFields(text, nowMs);
}

export function textsOf(body: Body, name: string): string[] {
  const texts = body[name];
  if (!Array.isArray(texts) || texts.length === 0 || !texts.every((text) => typeof text === 'string'))
    throw invalidParam(`${name} must be a list of EJSON texts`);
  return texts;
}

/** A whole number ≥ 0, or undefined when absent. */
export function countOf(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw invalidParam(`${name} must be a whole number of 0 or more`);
  return value;
}

export const optional = (fields: Fields): Fields | undefined => (Object.keys(fields).length > 0 ? fields : undefined);
