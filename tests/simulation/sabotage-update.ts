import { Change, type Db, type Update, type Where } from '../../cloudfunctions/platform/db';

export type ById = Where & { readonly _id: string };
export type Tree = { readonly [key: string]: unknown };
export type UpdateCall = { readonly collection: string; readonly where: ById; readonly change: Update };

/** A Db whose updates are changed on their way. */
export const updating =
  (change: (call: UpdateCall, db: Db) => UpdateCall | Promise<UpdateCall>) =>
  (db: Db): Db => ({
    ...db,
    update: async (collection, where, update) => {
      const changed = await change({ collection, where, change: update }, db);
      return db.update(changed.collection, changed.where, changed.change);
    },
  });

export const without = <T extends Tree>(tree: T, ...keys: string[]): T =>
  Object.fromEntries(Object.entries(tree).filter(([key]) => !keys.includes(key))) as T;

export const isSet = (term: unknown, value: unknown): boolean =>
  term === value || (term instanceof Change && term.alteration === 'set' && term.operand === value);
export const adds = (change: Update, field: string): number => {
  const term = change[field];
  return term instanceof Change && term.alteration === 'add' && typeof term.operand === 'number' ? term.operand : 0;
};
