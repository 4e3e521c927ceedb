import type { Collection, DatabaseDeclaration } from './catalogue';
import { checkUnique, docKeyOf, prepare } from './changes';
import { decodeFields } from './codec';
import type { Engine } from './engine';
import { invalidParam } from './errors';
import { type IndexDeclaration, keysOf } from './indexes';
import { after, idBytes } from './keys';
import { collectionPrefix, indexPrefix } from './tables';
import type { Doc } from './values';

/** Brings collections and indexes to what is declared, in one write; a second call changes nothing. */
export function declare(engine: Engine, { collections }: DatabaseDeclaration): void {
  engine.writeNow(() => {
    for (const [name, { indexes = [] }] of Object.entries(collections)) {
      const collection = engine.catalogue.has(name) ? engine.catalogue.get(name) : engine.catalogue.create(name);
      for (const declaration of indexes) checkDeclaration(name, declaration);
      const { missing, stale } = engine.catalogue.difference(collection, indexes);
      for (const index of stale) {
        const prefix = indexPrefix(collection.number, index.number);
        engine.tables.removeRange({ start: prefix, end: after(prefix) });
        engine.catalogue.dropIndex(collection, index);
      }
      for (const declaration of missing) build(engine, collection, declaration);
    }
  });
}

function checkDeclaration(collection: string, { name, fields }: IndexDeclaration): void {
  if (!name || !Array.isArray(fields) || fields.length === 0)
    throw invalidParam(`an index of ${collection} needs a name and fields`);
  for (const field of fields)
    if (!field.name || ![1, -1, '2dsphere'].includes(field.order))
      throw invalidParam(`index ${name} of ${collection}: order must be 1, -1 or "2dsphere"`);
}

/** Indexes what is there already. @throws StoreError E11000 when that breaks a unique index. */
function build(engine: Engine, collection: Collection, declaration: IndexDeclaration): void {
  const { tables, catalogue } = engine;
  const index = catalogue.addIndex(collection, declaration);
  const prefix = indexPrefix(collection.number, index.number);
  const range = collectionPrefix(collection.number);
  for (const text of [...tables.scanDocs({ start: range, end: after(range) })]) {
    const doc = decodeFields(text) as Doc;
    const id = idBytes(doc._id);
    const { keys, multikey } = keysOf(doc, index);
    if (index.unique)
      checkUnique(tables, [
        {
          ...prepare({ collection, before: doc, after: doc }),
          docKey: docKeyOf(collection, id),
          uniqueKeys: keys.map((key) => ({ index, prefix: Buffer.concat([prefix, key]) })),
        },
      ]);
    for (const key of keys) tables.putEntry(Buffer.concat([prefix, key, id]), id);
    if (multikey) catalogue.markMultikey(collection, index);
  }
}
