import { type Db, remove, type Stored } from '../../cloudfunctions/platform/db';
import { adds, type Tree, updating, without } from './sabotage-update';

/** Rules of cells and horizons that nobody keeps. */

export const ignoringTheHorizon = (db: Db): Db => {
  const blind = <T>(collection: string, document: T): T =>
    ['cells', 'wallets'].includes(collection) && document ? { ...document, horizon: 0 } : document;
  return {
    ...db,
    get: async <T extends Stored>(collection: string, id: string) => blind(collection, await db.get<T>(collection, id)),
    getMany: async <T extends Stored>(collection: string, ids: readonly string[]) =>
      new Map([...(await db.getMany<T>(collection, ids))].map(([id, document]) => [id, blind(collection, document)])),
    find: async (collection, query) =>
      (await db.find<never>(collection, query)).map((document) => blind(collection, document)),
    update: (collection, where, change) =>
      db.update(collection, collection === 'cells' ? without(where, 'horizon') : where, change),
  };
};

/** `{held: {op: {s: 'c'}}}` becomes `{held: {op: remove()}}`. */
export const captureForgets = updating((call) => {
  const held = (call.change.held ?? {}) as Tree;
  const [op] = Object.keys(held);
  const isCapture = call.collection === 'cells' && op !== undefined && (held[op] as Tree).s === 'c';
  return isCapture ? { ...call, change: { ...call.change, held: { [op]: remove() } } } : call;
});

export const takesTwice = updating((call) =>
  call.collection === 'cells' && adds(call.change, 'open') > 0 ? { ...call, where: without(call.where, 'held') } : call,
);

export const releasesTwice = updating((call) =>
  call.collection === 'cells' && adds(call.change, 'open') < 0 ? { ...call, where: without(call.where, 'held') } : call,
);
