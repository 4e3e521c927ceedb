import type { Condition, Db, Json, Query, Update, Where } from '../../platform/db';
import { above, atMost, below, not, oneOf, set } from '../../platform/db';
import { getAnswered } from '../../platform/holds/answers';
import type { Order } from './document';
import type { OrderState, OrderTab } from './domain/states';

export const ORDERS = 'orders';

export const findOrder = (db: Db, orderId: string): Promise<Order | null> => getAnswered<Order>(db, ORDERS, orderId);

export const insertOrder = (db: Db, order: Order): Promise<'inserted' | 'exists'> => db.insert(ORDERS, order);

/** Fields to change; the maps are changed entry by entry, everything else as a whole. */
export type OrderPatch = Partial<Omit<Order, '_id'>>;

const MAPS = new Set(['timeline', 'effects', 'refunds']);

function updateOf(patch: OrderPatch): Update {
  const fields = Object.entries(patch).map(([field, value]) => {
    if (!MAPS.has(field)) return [field, set(value as Json)];
    return [
      field,
      Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, set(entry as Json)])),
    ];
  });
  return Object.fromEntries(fields.filter(([, value]) => !isEmpty(value)));
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.keys(value).length === 0;

export type OrderWhere = { readonly [field: string]: Where | Condition | string | number };

/** One CAS. */
export const updateOrder = (db: Db, orderId: string, where: OrderWhere, patch: OrderPatch): Promise<boolean> =>
  db.update(ORDERS, { ...where, _id: orderId }, updateOf(patch));

/** The order as it is after a patch that was acknowledged. */
export function patched(order: Order, patch: OrderPatch): Order {
  return {
    ...order,
    ...patch,
    timeline: { ...order.timeline, ...patch.timeline },
    effects: { ...order.effects, ...patch.effects },
    refunds: { ...order.refunds, ...patch.refunds },
  };
}

/** Rows of one run of a timer job, ten at a time some seconds of its minute; the rest is due again next minute. */
const JOB_ROWS = 300;

const due = (db: Db, where: Where, field: string): Promise<Order[]> =>
  db.find<Order>(ORDERS, { where, orderBy: [[field, 'asc']], limit: JOB_ROWS });

export const dueEffects = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { effectsDueAt: atMost(nowMs) }, 'effectsDueAt');

export const staleIntents = (db: Db, bornBeforeMs: number): Promise<Order[]> =>
  due(db, { state: 'intent', at: atMost(bornBeforeMs) }, 'at');

export const pastDeadline = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { state: 'placed', deadlineAt: atMost(nowMs) }, 'deadlineAt');

/** Closing was begun and the pay platform has not answered yet, whatever the deadline. */
export const stillClosing = (db: Db): Promise<Order[]> => due(db, { state: 'closing' }, 'at');

export const toReceive = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { state: 'delivered', autoReceiveAt: atMost(nowMs) }, 'autoReceiveAt');

export const isOneOf = (states: readonly OrderState[]): Condition => oneOf(states);

// ---- carts

export interface StoredCart {
  readonly _id: string;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number; readonly selected: boolean }[];
  readonly savedAtMs: number;
}

const CARTS = 'carts';

export const findCart = (db: Db, residentId: string): Promise<StoredCart | null> =>
  db.get<StoredCart>(CARTS, residentId);

export async function saveCartLines(db: Db, cart: StoredCart): Promise<void> {
  const { _id, lines, savedAtMs } = cart;
  const change = { lines: set(lines as Json), savedAtMs };
  if (await db.update(CARTS, { _id }, change)) return;
  if ((await db.insert(CARTS, cart)) === 'exists') await db.update(CARTS, { _id }, change);
}

// ---- pages

const newestFirst: Query['orderBy'] = [
  ['at', 'desc'],
  ['_id', 'asc'],
];
const oldestFirst: Query['orderBy'] = [
  ['at', 'asc'],
  ['_id', 'asc'],
];

interface After {
  readonly atMs: number;
  readonly id: string;
}

/** Rows after a cursor are two ranges of the same index, in one wave: those of its millisecond, then those beyond. */
async function page(db: Db, where: Where, after: After | null, limit: number, newest: boolean): Promise<Order[]> {
  const orderBy = newest ? newestFirst : oldestFirst;
  const read = (more: Where) => db.find<Order>(ORDERS, { where: { ...where, ...more }, orderBy, limit });
  if (!after) return read({});
  const beyond = newest ? below : above;
  const [ties, rest] = await Promise.all([
    read({ at: after.atMs, _id: above(after.id) }),
    read({ at: beyond(after.atMs) }),
  ]);
  return [...ties, ...rest].slice(0, limit);
}

export function pageOfResident(
  db: Db,
  { residentId, tab }: { readonly residentId: string; readonly tab: 'all' | Exclude<OrderTab, 'none'> },
  after: After | null,
  limit: number,
): Promise<Order[]> {
  const shown = tab === 'all' ? not('none') : tab;
  return page(db, { residentId, tab: shown }, after, limit, true);
}

export interface BoardQuery {
  readonly state: OrderState;
  readonly estateId: string | undefined;
}

const boardWhere = ({ state, estateId }: BoardQuery): Where =>
  estateId === undefined ? { state } : { estateId, state };

export const pageOfBoard = (db: Db, query: BoardQuery, after: After | null, limit: number): Promise<Order[]> =>
  page(db, boardWhere(query), after, limit, false);

export const countByState = (db: Db, state: OrderState, estateId: string | undefined): Promise<number> =>
  db.count(ORDERS, boardWhere({ state, estateId }));
