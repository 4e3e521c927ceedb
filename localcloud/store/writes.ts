import type { Collection } from './catalogue';
import type { Change } from './changes';
import { encode } from './codec';
import type { Blocked, Engine } from './engine';
import { invalidParam } from './errors';
import type { CompiledQuery } from './query';
import { checkStorable } from './storable';
import type { Update } from './update/index';
import { type Doc, type Fields, type Id, isId } from './values';

export interface ModifyResult {
  /** Documents whose contents changed: an update that changes nothing counts 0. */
  updated: number;
  upsertId: Id | null;
}

/** The plain writes as steps: each decides and writes in one go, or names the transaction that is in the way. */

export function insertStep(engine: Engine, collection: Collection, docs: readonly Doc[]): Id[] | Blocked {
  const changes = docs.map((doc): Change => ({ collection, before: undefined, after: doc }));
  return engine.change(changes) ?? docs.map(({ _id }) => _id);
}

/** Gives a document its id; it comes first, as in MongoDB. @throws StoreError for what cannot be stored. */
export function withId(fields: Fields, newId: () => string): Doc {
  const _id = fields._id === undefined ? newId() : fields._id;
  if (!isId(_id)) throw invalidParam('_id must be a string or a number');
  checkStorable(fields);
  return { _id, ...fields } as Doc;
}

export interface ModifyStep {
  query: CompiledQuery;
  update: Update;
  multi: boolean;
  /** Only for a query by _id, as `doc(id).set()` sends it. */
  upsert: boolean;
}

export function modifyStep(engine: Engine, collection: Collection, step: ModifyStep): ModifyResult | Blocked {
  const { query, update, multi, upsert } = step;
  const found = engine.reader.rows(collection, query, multi ? {} : { limit: 1 });
  if (found.length === 0 && upsert) return upsertStep(engine, collection, query, update);
  const changes = found.flatMap(({ doc, text }): Change[] => {
    const after = update(doc);
    const afterText = encode(after);
    return afterText === text ? [] : [{ collection, before: doc, after, afterText }];
  });
  return engine.change(changes) ?? { updated: changes.length, upsertId: null };
}

function upsertStep(
  engine: Engine,
  collection: Collection,
  query: CompiledQuery,
  update: Update,
): ModifyResult | Blocked {
  if (query.onlyId === undefined) throw invalidParam('upsert needs a query by _id');
  const doc = update({ _id: query.onlyId });
  return engine.change([{ collection, before: undefined, after: doc }]) ?? { updated: 0, upsertId: doc._id };
}

export function removeStep(
  engine: Engine,
  collection: Collection,
  query: CompiledQuery,
  multi: boolean,
): number | Blocked {
  const found = engine.reader.find(collection, query, multi ? {} : { limit: 1 });
  const changes = found.map((before): Change => ({ collection, before, after: undefined }));
  return engine.change(changes) ?? changes.length;
}
