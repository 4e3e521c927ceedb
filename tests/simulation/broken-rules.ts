import type { Quantities } from '../../cloudfunctions/kernel/cell';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import { Change, type Db, remove, type Stored, type Update, type Where } from '../../cloudfunctions/platform/db';
import { credit, release } from '../../cloudfunctions/platform/holds/cells';
import { changeWallet } from '../../cloudfunctions/platform/holds/wallets';
import type { Assembly } from '../../cloudfunctions/platform/serve/assembly';
import type { Order } from '../../cloudfunctions/rooms/order';
import { CREDIT_CELL, settleEffects } from '../../cloudfunctions/rooms/order/operations/effects';
import { releaseHold } from '../../cloudfunctions/rooms/order/operations/wallet-hold';
import type { Sabotage } from './stage';

/** Each rule of protocol-of-holds.md, and how it looks when nobody keeps it. */
export interface BrokenRule {
  readonly rule: string;
  readonly sabotage: Sabotage;
}

type ById = Where & { readonly _id: string };
type Tree = { readonly [key: string]: unknown };
type UpdateCall = { readonly collection: string; readonly where: ById; readonly change: Update };

/** A Db whose updates are changed on their way. */
const updating =
  (change: (call: UpdateCall, db: Db) => UpdateCall | Promise<UpdateCall>) =>
  (db: Db): Db => ({
    ...db,
    update: async (collection, where, update) => {
      const changed = await change({ collection, where, change: update }, db);
      return db.update(changed.collection, changed.where, changed.change);
    },
  });

const without = <T extends Tree>(tree: T, ...keys: string[]): T =>
  Object.fromEntries(Object.entries(tree).filter(([key]) => !keys.includes(key))) as T;

const isSet = (term: unknown, value: unknown): boolean =>
  term === value || (term instanceof Change && term.alteration === 'set' && term.operand === value);
const adds = (change: Update, field: string): number => {
  const term = change[field];
  return term instanceof Change && term.alteration === 'add' && typeof term.operand === 'number' ? term.operand : 0;
};

// ---- rules of cells

const ignoringTheHorizon = (db: Db): Db => {
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
const captureForgets = updating((call) => {
  const held = (call.change.held ?? {}) as Tree;
  const [op] = Object.keys(held);
  const isCapture = call.collection === 'cells' && op !== undefined && (held[op] as Tree).s === 'c';
  return isCapture ? { ...call, change: { ...call.change, held: { [op]: remove() } } } : call;
});

const takesTwice = updating((call) =>
  call.collection === 'cells' && adds(call.change, 'open') > 0 ? { ...call, where: without(call.where, 'held') } : call,
);

const releasesTwice = updating((call) =>
  call.collection === 'cells' && adds(call.change, 'open') < 0 ? { ...call, where: without(call.where, 'held') } : call,
);

// ---- rules of deciders

const unconditionalOrders = updating((call) =>
  call.collection === 'orders' ? { ...call, where: without(call.where, 'state') } : call,
);

const unconditionalWallets = updating((call) =>
  call.collection === 'wallets' ? { ...call, where: without(call.where, 'rev') } : call,
);

async function giveBackEarly(db: Db, orderId: string, state: Order['state']): Promise<void> {
  const order = await db.get<Order>('orders', orderId);
  if (order?.state !== state) return;
  for (const { cellIds } of order.wants) for (const cellId of cellIds) await release(db, cellId, orderId, order.at);
  await changeWallet(db, order.residentId, (wallet: Wallet) => {
    const released = releaseHold(wallet, orderId, order.at);
    return released === wallet ? { keep: null } : { write: released, value: null };
  });
}

const releasesBeforeAborting = updating(async (call, db) => {
  if (call.collection === 'orders' && isSet(call.change.state, 'aborted'))
    await giveBackEarly(db, call.where._id, 'intent');
  return call;
});

const releasesWhileClosing = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    const answer = await db.update(collection, where, change);
    if (collection === 'orders' && answer && isSet(change.state, 'closing'))
      await giveBackEarly(db, where._id, 'closing');
    return answer;
  },
});

/** The timer looks for the marks of an intent: all there, it places the order; else it releases and aborts. */
const finishingTimer = (whole: Assembly): Assembly => ({
  ...whole,
  jobs: new Map([
    ...whole.jobs,
    [
      'order.abortStale',
      {
        everyMs: 60_000,
        run: async ({ db, nowMs }) => {
          const intents = await db.find<Order>('orders', { where: { state: 'intent' }, limit: 50 });
          for (const order of intents) await finishOrRelease(db, order, nowMs);
        },
      },
    ],
  ]),
});

async function finishOrRelease(db: Db, order: Order, nowMs: number): Promise<void> {
  const cellIds = order.wants.flatMap((want) => want.cellIds);
  const cells = await db.getMany<Stored & { held: Tree }>('cells', cellIds);
  const wallet = await db.get<Wallet>('wallets', order.residentId);
  const hold = wallet?.holds[order._id];
  const where = { _id: order._id, state: 'intent' };
  if (!hold || ![...cells.values()].every(({ held }) => held[order._id])) {
    await giveBackEarly(db, order._id, 'intent');
    await db.update('orders', where, { state: 'aborted' });
    return;
  }
  const holds = order.wants.map(({ cellIds: [cellId = ''], q }) => ({ cellId, q }));
  const coupons = Object.fromEntries(hold.couponIds.map((id) => [id, wallet.coupons[id]]));
  const patch = {
    holds,
    heldInWallet: { ...hold, coupons },
    effects: settleEffects(order, cellIds),
    deadlineAt: nowMs,
  };
  const fields = Object.entries(patch).map(([field, value]) => [field, new Change('set', value as never)]);
  await db.update('orders', where, { ...Object.fromEntries(fields), state: 'placed', tab: 'to-pay' });
}

// ---- rules of effects

const effectsApart = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    if (collection !== 'orders' || !change.state || !change.effects) return db.update(collection, where, change);
    const moved = await db.update(collection, where, without(change, 'effects', 'effectsDueAt'));
    const { effects, effectsDueAt } = change;
    const owed: Update = effectsDueAt === undefined ? { effects } : { effects, effectsDueAt };
    return moved && (await db.update(collection, { _id: where._id }, owed));
  },
});

const isReturn = (id: string): boolean => id.startsWith('ret_');

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

const prunesToNowhere = (db: Db): Db => ({
  ...db,
  insert: (collection, document) =>
    collection === 'ledger' ? Promise.resolve('inserted') : db.insert(collection, document),
});

// ---- rules of the sweeper

const settling =
  (prefix: string, settler: NonNullable<ReturnType<Assembly['settlers']['get']>>) =>
  (whole: Assembly): Assembly => ({ ...whole, settlers: new Map([...whole.settlers, [prefix, settler]]) });

const claimsWithoutVoid = settling('cl', async ({ db }, { mark, op, cellId }) => {
  const wallet = await db.get<Wallet>('wallets', mark.by);
  const entry = wallet?.journal[op];
  return entry?.s === 'done' && entry.cells?.includes(cellId) ? 'capture' : 'release';
});

const spinsReleasedWhileOpen = (whole: Assembly): Assembly => {
  const settle = whole.settlers.get('sp');
  return settling('sp', async (context, found) => {
    const wallet = await context.db.get<Wallet>('wallets', found.mark.by);
    const isOpen = Object.values(wallet?.chances ?? {}).some(({ state }) => state === 'open');
    return isOpen || !settle ? 'release' : settle(context, found);
  })(whole);
};

export const BROKEN_RULES: readonly BrokenRule[] = [
  { rule: 'take: held.op absent', sabotage: { db: takesTwice } },
  { rule: 'release: only a mark that is held, of the same birth', sabotage: { db: releasesTwice } },
  { rule: 'capture: the mark stays as tombstone', sabotage: { db: captureForgets } },
  { rule: 'nothing with at < horizon is applied', sabotage: { db: ignoringTheHorizon } },
  { rule: 'prune: first the ledger', sabotage: { db: prunesToNowhere } },
  { rule: 'an order moves by CAS on its state', sabotage: { db: unconditionalOrders } },
  { rule: 'a wallet is written where {_id, rev}', sabotage: { db: unconditionalWallets } },
  { rule: 'refused: first abort, then release', sabotage: { db: releasesBeforeAborting } },
  { rule: 'the timer never finishes an order intent', sabotage: { assembly: finishingTimer } },
  { rule: 'release follows closed only', sabotage: { db: releasesWhileClosing } },
  { rule: 'effects are written by the causing CAS', sabotage: { db: effectsApart } },
  { rule: 'sweeper: first void, then release', sabotage: { assembly: claimsWithoutVoid } },
  { rule: 'sweeper: an open spin is finished', sabotage: { assembly: spinsReleasedWhileOpen } },
];
