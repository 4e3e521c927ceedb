import { queryRefused } from './errors';
import { KeyWriter, MAX_KEY_BYTES } from './keys';
import { keyValuesAt } from './paths';
import type { Doc } from './values';

/** One field of an index: ascending, descending, or marked for geo queries (those are answered by distance, without an index). */
export interface IndexField {
  name: string;
  order: 1 | -1 | '2dsphere';
}

/** An index as `database.json` declares it. Unique indexes are not sparse: a missing field counts as null. */
export interface IndexDeclaration {
  name: string;
  fields: IndexField[];
  unique?: boolean;
}

export interface Index {
  /** Number in the keys of this collection. */
  number: number;
  name: string;
  unique: boolean;
  fields: { name: string; path: string[]; descending: boolean }[];
  geoFields: string[];
  /** True once a document had an array on an indexed path: bounds and order then say less. */
  multikey: boolean;
}

/** CloudBase allows no more on one collection (platform.md, limits). */
export const MAX_INDEXES = 20;

export function makeIndex(number: number, { name, fields, unique = false }: IndexDeclaration, multikey = false): Index {
  const stored = fields.filter(({ order }) => order !== '2dsphere');
  return {
    number,
    name,
    unique,
    multikey,
    fields: stored.map((field) => ({ name: field.name, path: field.name.split('.'), descending: field.order === -1 })),
    geoFields: fields.filter(({ order }) => order === '2dsphere').map((field) => field.name),
  };
}

export interface IndexKeys {
  /** Distinct keys of the document in this index, without collection and document id. */
  keys: Buffer[];
  multikey: boolean;
}

/** @throws StoreError for parallel arrays or a key over 1,024 bytes, as MongoDB refuses them. */
export function keysOf(doc: Doc, index: Index): IndexKeys {
  if (index.fields.length === 0) return { keys: [], multikey: false };
  let parts: Buffer[] = [Buffer.alloc(0)];
  let arrayPath: string | undefined;
  for (const { path, descending, name } of index.fields) {
    const found = keyValuesAt(doc, path);
    if (found.arrayPath !== undefined) {
      if (arrayPath !== undefined && arrayPath !== found.arrayPath)
        throw queryRefused(`cannot index parallel arrays [${name}] [${arrayPath}]`);
      arrayPath = found.arrayPath;
    }
    const components = distinct(found.values.map((value) => new KeyWriter().add(value, descending).done()));
    parts = parts.flatMap((part) => components.map((component) => Buffer.concat([part, component])));
  }
  if (parts.some((part) => part.length > MAX_KEY_BYTES))
    throw queryRefused(`key too large to index, failing index ${index.name}: more than ${MAX_KEY_BYTES} bytes`);
  return { keys: parts, multikey: arrayPath !== undefined };
}

const distinct = (keys: Buffer[]): Buffer[] =>
  keys.length < 2 ? keys : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
