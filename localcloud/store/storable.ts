import { writeRefused } from './errors';
import { isFields, type Value } from './values';

/** MongoDB's limits of a document: nesting and size. */
const MAX_DEPTH = 100;
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** @throws StoreError for field names that MongoDB does not store, and for nesting beyond 100. */
export function checkStorable(value: Value, depth = 0): void {
  if (value === null || typeof value !== 'object') return;
  if (depth > MAX_DEPTH) throw writeRefused(`cannot nest deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    for (const item of value) checkStorable(item, depth + 1);
  } else if (isFields(value)) {
    for (const name of Object.keys(value)) {
      if (name.startsWith('$'))
        throw writeRefused(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
      if (name.includes('.')) throw writeRefused(`The dotted field '${name}' in '${name}' is not valid for storage.`);
      const inner = value[name];
      if (inner !== undefined) checkStorable(inner, depth + 1);
    }
  }
}

export function checkSize(text: string): void {
  if (text.length > MAX_DOCUMENT_BYTES / 3 && Buffer.byteLength(text) > MAX_DOCUMENT_BYTES)
    throw writeRefused(
      `BSONObj size: ${Buffer.byteLength(text)} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
    );
}
