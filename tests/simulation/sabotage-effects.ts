import type { Quantities } from '../../cloudfunctions/kernel/cell';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Db, Update } from '../../cloudfunctions/platform/db';
import { credit } from '../../cloudfunctions/platform/holds/cells';
import type { Assembly } from '../../cloudfunctions/platform/serve/assembly';
import type { Order } from '../../cloudfunctions/rooms/order';
import { CREDIT_CELL } from '../../cloudfunctions/rooms/order/operations/effects/kinds';
import { type Tree, without } from './sabotage-update';

/** Rules of effects, the ledger and the sweeper that nobody keeps. */

export const effectsApart = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    if (collection !== 'orders' || !change.state || !change.effects) return db.update(collection, where, change);
    const moved = await db.update(collection, where, without(change, 'effects', 'effectsDueAt'));
    const { effects, effectsDueAt } = change;
    const owed: Update = effectsDueAt === undefined ? { effects } : { effects, effectsDueAt };
    return moved && (await db.update(collection, { _id: where._id }, owed));
  },
});

export const isReturn = (id: string): boolean => id.startsWith('ret_');

/** All that a cancelled order gives back is one effect: born anew for one target, it is carried out anew on all. */
export const oneEffectForAll = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    const effects = (change.effects ?? {}) as { readonly [id: string]: Tree };
    const [redated] = Object.entries(effects).filter(([id, { at, kind }]) => isReturn(id) && at !== undefined && !kind);
    const answer = await db.update(collection, where, change);
    if (collection === 'orders' && redated && answer) await carryOutAnew(db, where._id, Number(redated[1].at));
    return answer;
  },
});

async function carryOutAnew(db: Db, orderId: string, atMs: number): Promise<void> {
  const order = await db.get<Order>('orders', orderId);
  for (const [id, { kind, target, op, data }] of Object.entries(order?.effects ?? {})) {
    if (!isReturn(id) || kind !== CREDIT_CELL) continue;
    const { q } = data as unknown as { readonly q: Quantities };
    await credit(db, { cellId: target, op, q, atMs, by: orderId });
  }
}

export const prunesToNowhere = (db: Db): Db => ({
  ...db,
  insert: (collection, document) =>
    collection === 'ledger' ? Promise.resolve('inserted') : db.insert(collection, document),
});

export const settling =
  (prefix: string, settler: NonNullable<ReturnType<Assembly['settlers']['get']>>) =>
  (whole: Assembly): Assembly => ({ ...whole, settlers: new Map([...whole.settlers, [prefix, settler]]) });

export const claimsWithoutVoid = settling('cl', async ({ db }, { mark, op, cellId }) => {
  const wallet = await db.get<Wallet>('wallets', mark.by);
  const entry = wallet?.journal[op];
  return entry?.s === 'done' && entry.cells?.includes(cellId) ? 'capture' : 'release';
});

export const spinsReleasedWhileOpen = (whole: Assembly): Assembly => {
  const settle = whole.settlers.get('sp');
  return settling('sp', async (context, found) => {
    const wallet = await context.db.get<Wallet>('wallets', found.mark.by);
    const isOpen = Object.values(wallet?.chances ?? {}).some(({ state }) => state === 'open');
    return isOpen || !settle ? 'release' : settle(context, found);
  })(whole);
};
