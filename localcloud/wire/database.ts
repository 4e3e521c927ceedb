import { encode } from '../store/codec';
import { collectionMissing, invalidParam, refusedByLint } from '../store/errors';
import { project } from '../store/reader';
import { FIND_DEFAULT, FIND_MAX, type ModifyOptions, type Store } from '../store/store';
import { parseReplacement, parseUpdate } from '../store/update/index';
import { type Doc, type Fields, type Id, isId } from '../store/values';
import { withId } from '../store/writes';
import { lintCondition, lintDocument, lintQuery, lintUpdate } from './lint';
import { type Body, countOf, fieldsOf, optional, textsOf } from './request';

export type DatabaseAction = (store: Store, body: Body) => Promise<Body> | Body;

/** The database actions of the wire (platform-protocol, section 3): request fields in, answer without its requestId out. */
export const DATABASE_ACTIONS: Record<string, DatabaseAction> = {
  'database.addCollection': async (store, body) => {
    await store.createCollection(collectionOf(body));
    return {};
  },
  'database.insertDocument': insertDocument,
  'database.getDocument': (store, body) =>
    body.transactionId ? getInTransaction(store, body) : getDocument(store, body),
  'database.calculateDocument': (store, body) => ({
    data: { total: store.countNow(collectionOf(body), queryOf(store, body)) },
  }),
  'database.modifyDocument': (store, body) =>
    body.transactionId ? modifyInTransaction(store, body) : modifyDocument(store, body),
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': (store, body) =>
    body.transactionId ? removeInTransaction(store, body) : removeDocument(store, body),
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': (store) => ({ transactionId: store.begin().id }),
  'database.commitTransaction': async (store, body) => {
    await transactionOf(store, body).commit();
    return {};
  },
  'database.abortTransaction': (store, body) => {
    transactionOf(store, body).rollback();
    return {};
  },
};

/** Collections of the local cloud itself; a function does not see them. */
const INTERNAL = /^_local_/;

function collectionOf(body: Body): string {
  const name = body.collectionName;
  if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing');
  if (INTERNAL.test(name)) throw collectionMissing(name);
  return name;
}

function queryOf(store: Store, body: Body): Fields {
  const query = fieldsOf(body, 'query', store.clock());
  lintQuery(query);
  return query;
}

/** In a transaction CloudBase knows single documents only. */
function idOf(store: Store, body: Body): Id {
  const query = queryOf(store, body);
  if (body.queryType !== 'DOC' || Object.keys(query).length !== 1 || !isId(query._id))
    throw refusedByLint('a transaction takes doc(id) and add() only; where() inside it is not supported by CloudBase');
  return query._id;
}

const transactionOf = (store: Store, body: Body) => store.transaction(String(body.transactionId ?? ''));

async function insertDocument(store: Store, body: Body): Promise<Body> {
  const name = collectionOf(body);
  const docs = textsOf(body, 'data').map((text) => fieldsOf({ text }, 'text', store.clock()));
  docs.forEach(lintDocument);
  if (!body.transactionId) return { data: { insertedIds: await store.insert(name, docs) } };
  const transaction = transactionOf(store, body);
  const collection = store.collection(name);
  return { data: { insertedIds: docs.map((doc) => transaction.insert(collection, withId(doc, store.newId))) } };
}

function getDocument(store: Store, body: Body): Body {
  const name = collectionOf(body);
  const isDoc = body.queryType === 'DOC';
  const nowMs = store.clock();
  const limit = countOf(body, 'limit');
  const offset = countOf(body, 'offset') ?? 0;
  const list = store.findTexts(name, queryOf(store, body), {
    order: fieldsOf(body, 'order', nowMs),
    skip: offset,
    limit: isDoc ? 1 : Math.min(limit || FIND_DEFAULT, FIND_MAX),
    projection: optional(fieldsOf(body, 'projection', nowMs)),
  });
  return { data: { list }, ...(limit === undefined ? {} : { limit }), offset };
}

function getInTransaction(store: Store, body: Body): Body {
  const transaction = transactionOf(store, body);
  const doc = transaction.get(store.collection(collectionOf(body)), idOf(store, body));
  const found = project(doc ? [doc] : [], optional(fieldsOf(body, 'projection', store.clock())));
  return { data: { list: found.map(encode) } };
}

/** What a modify request says: operators on what matches, or the whole document. */
function modification(store: Store, body: Body): { update: Fields; options: ModifyOptions } {
  const update = fieldsOf(body, 'data', store.clock());
  const merge = body.merge !== false;
  if (merge) lintUpdate(update);
  else lintDocument(update);
  return { update, options: { merge, multi: body.multi === true, upsert: body.upsert === true } };
}

async function modifyDocument(store: Store, body: Body): Promise<Body> {
  const query = queryOf(store, body);
  lintCondition(query, 'an update');
  const { update, options } = modification(store, body);
  const { updated, upsertId } = await store.modify(collectionOf(body), query, update, options);
  return { data: { updated, upsert_id: upsertId } };
}

function modifyInTransaction(store: Store, body: Body): Body {
  const transaction = transactionOf(store, body);
  const collection = store.collection(collectionOf(body));
  const id = idOf(store, body);
  const { update, options } = modification(store, body);
  const parsed = options.merge ? parseUpdate(update) : parseReplacement(update);
  const { updated, upsertId } = transaction.modify(collection, id, parsed, options.upsert === true);
  return { data: { updated, upsert_id: upsertId } };
}

/** node-sdk's updateAndReturn: one document, given back as it is after the update. */
async function modifyAndReturnDoc(store: Store, body: Body): Promise<Body> {
  const name = collectionOf(body);
  const query = queryOf(store, body);
  const { update } = modification(store, body);
  let found: Doc | undefined;
  if (body.transactionId) {
    const transaction = transactionOf(store, body);
    const id = idOf(store, { ...body, queryType: 'DOC' });
    const { updated } = transaction.modify(store.collection(name), id, parseUpdate(update), false);
    found = transaction.get(store.collection(name), id);
    return { data: { updated, doc: found && encode(found) } };
  }
  lintCondition(query, 'an update');
  const { updated, doc } = await store.modifyAndGet(name, query, update);
  return { data: { updated, doc: doc && encode(doc) } };
}

async function removeDocument(store: Store, body: Body): Promise<Body> {
  const query = queryOf(store, body);
  lintCondition(query, 'a removal');
  return { data: { deleted: await store.remove(collectionOf(body), query, { multi: body.multi === true }) } };
}

function removeInTransaction(store: Store, body: Body): Body {
  const transaction = transactionOf(store, body);
  return { data: { deleted: transaction.remove(store.collection(collectionOf(body)), idOf(store, body)) } };
}

function aggregateDocuments(store: Store, body: Body): Body {
  const { stages } = body;
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list');
  const parsed = stages.map((stage: Body) => ({ [String(stage.stageKey)]: stageValueOf(store, stage) }));
  return { data: { list: store.aggregateNow(collectionOf(body), parsed).map(encode) } };
}

/** An operand is EJSON of anything: `"$os"` for unwind, `5` for limit. */
function stageValueOf(store: Store, { stageValue }: Body): unknown {
  if (typeof stageValue !== 'string') throw invalidParam('stageValue must be EJSON text');
  return fieldsOf({ text: `{"value":${stageValue}}` }, 'text', store.clock()).value;
}
