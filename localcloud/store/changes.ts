import type { Catalogue, Collection } from './catalogue';
import { encode } from './codec';
import { isSame } from './compare';
import { duplicateKey } from './errors';
import { type Index, keysOf } from './indexes';
import { after, idBytes } from './keys';
import { keyValuesAt } from './paths';
import { checkSize } from './storable';
import { collectionPrefix, indexPrefix, type Tables } from './tables';
import type { Doc, Value } from './values';

/** One document's change: an insert has no `before`, a removal no `after`. */
export interface Change {
  collection: Collection;
  before: Doc | undefined;
  after: Doc | undefined;
  /** Text of `after`, when it is known already. */
  afterText?: string;
}

interface UniqueKey {
  index: Index;
  prefix: Buffer;
}

/** A change with everything worked out that may fail, so that carrying it out cannot. */
export interface PreparedChange extends Change {
  docKey: Buffer;
  id: Buffer;
  /** Names the document and its unique keys among the locks. */
  lockKeys: string[];
  text: string | undefined;
  addedEntries: Buffer[];
  removedEntries: Buffer[];
  uniqueKeys: UniqueKey[];
  multikeyIndexes: Index[];
}

export const docKeyOf = (collection: Collection, id: Buffer): Buffer =>
  Buffer.concat([collectionPrefix(collection.number), id]);

export const lockKeyOf = (docKey: Buffer): string => `d${docKey.toString('latin1')}`;

/** @throws StoreError for a key too large, parallel arrays, or a document over 16 MB. */
export function prepare(change: Change): PreparedChange {
  const { collection, before, after: next } = change;
  const id = idBytes((next ?? before)?._id ?? '');
  const docKey = docKeyOf(collection, id);
  const text = next && (change.afterText ?? encode(next));
  if (text !== undefined) checkSize(text);
  const prepared: PreparedChange = {
    ...change,
    docKey,
    id,
    text,
    lockKeys: [lockKeyOf(docKey)],
    addedEntries: [],
    removedEntries: [],
    uniqueKeys: [],
    multikeyIndexes: [],
  };
  for (const index of collection.indexes) prepareIndex(prepared, index);
  return prepared;
}

function prepareIndex(prepared: PreparedChange, index: Index): void {
  if (isUntouched(prepared, index)) return;
  const prefix = indexPrefix(prepared.collection.number, index.number);
  const old = prepared.before ? keysOf(prepared.before, index).keys : [];
  const { keys, multikey } = prepared.after ? keysOf(prepared.after, index) : { keys: [], multikey: false };
  const added = keys.filter((key) => !old.some((other) => other.equals(key)));
  const removed = old.filter((key) => !keys.some((other) => other.equals(key)));
  for (const key of added) prepared.addedEntries.push(Buffer.concat([prefix, key, prepared.id]));
  for (const key of removed) prepared.removedEntries.push(Buffer.concat([prefix, key, prepared.id]));
  if (multikey) prepared.multikeyIndexes.push(index);
  if (!index.unique) return;
  for (const key of added) prepared.uniqueKeys.push({ index, prefix: Buffer.concat([prefix, key]) });
  for (const key of [...added, ...removed])
    prepared.lockKeys.push(`u${Buffer.concat([prefix, key]).toString('latin1')}`);
}

/** True when an update left every field alone that the index goes into. */
function isUntouched({ before, after: next }: Change, index: Index): boolean {
  if (!before || !next) return false;
  return index.fields.every(({ path: [name = ''] }) => isSame(before[name], next[name]));
}

/** @throws StoreError E11000 when two documents would share an _id or a unique key once all the changes are made. */
export function checkUnique(tables: Tables, changes: readonly PreparedChange[]): void {
  const removed = new Set(changes.flatMap((change) => change.removedEntries.map((key) => key.toString('latin1'))));
  const claimed = new Map<string, Buffer>();
  const inserted = new Set<string>();
  for (const change of changes) {
    const { docKey, collection, before, after: next, id } = change;
    if (next && !before) {
      const name = docKey.toString('latin1');
      if (inserted.has(name) || tables.getDoc(docKey) !== undefined)
        throw duplicateKey('insert', collection.name, '_id_', `_id: ${encode(next._id)}`);
      inserted.add(name);
    }
    for (const { index, prefix } of change.uniqueKeys) {
      const name = prefix.toString('latin1');
      const other = claimed.get(name);
      const isTaken = (other && !other.equals(id)) || isHeldByAnother(tables, prefix, id, removed);
      if (next && isTaken)
        throw duplicateKey(before ? 'update' : 'insert', collection.name, index.name, keyText(next, index));
      claimed.set(name, id);
    }
  }
}

function isHeldByAnother(tables: Tables, prefix: Buffer, id: Buffer, removed: ReadonlySet<string>): boolean {
  for (const entry of tables.scanEntries({ start: prefix, end: after(prefix) }, false))
    if (!entry.id.equals(id) && !removed.has(entry.key.toString('latin1'))) return true;
  return false;
}

/** `a: 1, b: null`, as MongoDB prints a duplicate key. */
const keyText = (doc: Doc, index: Index): string =>
  index.fields
    .map(({ name, path }) => {
      const [value] = keyValuesAt(doc, path).values;
      const shown: Value = value === undefined || typeof value === 'symbol' ? null : value;
      return `${name}: ${encode(shown)}`;
    })
    .join(', ');

/** Writes the changes; only inside a write step, after `checkUnique`. */
export function apply(tables: Tables, catalogue: Catalogue, changes: readonly PreparedChange[]): void {
  for (const change of changes) for (const key of change.removedEntries) tables.removeEntry(key);
  for (const { collection, docKey, id, text, addedEntries, multikeyIndexes } of changes) {
    if (text === undefined) tables.removeDoc(docKey);
    else tables.putDoc(docKey, text);
    for (const key of addedEntries) tables.putEntry(key, id);
    for (const index of multikeyIndexes) catalogue.markMultikey(collection, index);
  }
}
