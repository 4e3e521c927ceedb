import type { Condition, Db, Json, Query, Update, Where } from '../../platform/db';
import { above, atLeast, atMost, below, not, oneOf, remove, set } from '../../platform/db';
import { getAnswered, getManyAnswered } from '../../platform/holds/answers';
import type { Order } from './document';
import type { RefundTab } from './domain/refund/desk';
import { ORDER_STATES, type OrderState, type OrderTab, TAB_OF } from './domain/states';

export const ORDERS = 'orders';

export const findOrder = (db: Db, orderId: string): Promise<Order | null> => getAnswered<Order>(db, ORDERS, orderId);

export const insertOrder = (db: Db, order: Order): Promise<'inserted' | 'exists'> => db.insert(ORDERS, order);

/** Fields to change; the maps are changed entry by entry, everything else as a whole. Undefined: the field goes. */
export type OrderPatch = Partial<Omit<Order, '_id'>>;

const MAPS = new Set(['timeline', 'effects', 'refunds', 'exchanges']);

function updateOf(patch: OrderPatch): Update {
  const fields = Object.entries(patch).map(([field, value]) => {
    if (value === undefined) return [field, remove()];
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
    ...(patch.exchanges ? { exchanges: { ...order.exchanges, ...patch.exchanges } } : {}),
  };
}

/** Rows of one run of a timer job, ten at a time some seconds of its minute; the rest is due again next minute. */
const JOB_ROWS = 300;

const due = (db: Db, where: Where, field: string): Promise<Order[]> =>
  db.find<Order>(ORDERS, { where, orderBy: [[field, 'asc']], limit: JOB_ROWS });

export const staleIntents = (db: Db, bornBeforeMs: number): Promise<Order[]> =>
  due(db, { state: 'intent', at: atMost(bornBeforeMs) }, 'at');

export const pastDeadline = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { state: 'placed', deadlineAt: atMost(nowMs) }, 'deadlineAt');

/** Closing was begun and the pay platform has not answered yet, whatever the deadline. */
export const stillClosing = (db: Db): Promise<Order[]> => due(db, { state: 'closing' }, 'at');

export const toReceive = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { state: 'delivered', autoReceiveAt: atMost(nowMs) }, 'autoReceiveAt');

export const isOneOf = (states: readonly OrderState[]): Condition => oneOf(states);

/** Those that people call by this number: one, or two of a day that share it by chance. */
export const ordersByNumber = (db: Db, number: string): Promise<Order[]> =>
  db.find<Order>(ORDERS, { where: { number, tab: not('none') }, orderBy: [['at', 'desc']], limit: 5 });

/** Orders of these referrals. Those that came to nothing are left out: there may be any number of them, and a page has an end. */
export const ordersOfReferrals = (db: Db, referralIds: readonly string[]): Promise<Order[]> =>
  referralIds.length === 0
    ? Promise.resolve([])
    : db.find<Order>(ORDERS, {
        where: { referralId: oneOf(referralIds), state: oneOf(CAME_TO_SOMETHING) },
        orderBy: [['_id', 'asc']],
        limit: 1_000,
      });

const CAME_TO_NOTHING: readonly OrderState[] = ['aborted', 'closed', 'cancelled'];
const CAME_TO_SOMETHING = ORDER_STATES.filter((state) => !CAME_TO_NOTHING.includes(state));

/** The resident's newest orders that are over, one way or the other. */
export const endedOrders = (db: Db, residentId: string, limit: number): Promise<Order[]> =>
  db.find<Order>(ORDERS, { where: { residentId, tab: TAB_OF.received }, orderBy: [['at', 'desc']], limit });

// ---- what a day touched

export type TouchedOrder = Order & { readonly touchedAtMs: number };

/** Orders that moved at or after a moment, or a refund of theirs did; one that moves meanwhile comes again at the end. */
export async function touchedPage(
  db: Db,
  sinceMs: number,
  after: After | null,
  limit: number,
): Promise<TouchedOrder[]> {
  const orderBy: Query['orderBy'] = [
    ['touchedAtMs', 'asc'],
    ['_id', 'asc'],
  ];
  const read = (where: Where) => db.find<TouchedOrder>(ORDERS, { where, orderBy, limit });
  if (!after) return read({ touchedAtMs: atLeast(sinceMs) });
  const [together, later] = await Promise.all([
    read({ touchedAtMs: after.atMs, _id: above(after.id) }),
    read({ touchedAtMs: above(after.atMs) }),
  ]);
  return [...together, ...later].slice(0, limit);
}

export const ordersById = (db: Db, ids: readonly string[]): Promise<Map<string, Order>> =>
  getManyAnswered<Order>(db, ORDERS, ids);

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

/** What orders a tab of support's list; an order without the field is not in it. */
export const REFUND_TAB_FIELDS = {
  'to-decide': 'refundDecideAt',
  'goods-to-come': 'refundGoodsAt',
  trouble: 'refundTroubleAt',
} as const satisfies Readonly<Record<RefundTab, keyof Order>>;

type TabField = (typeof REFUND_TAB_FIELDS)[RefundTab];

/** What a list is ordered by, and which way; the id tells rows of one millisecond apart. */
interface Ordering {
  readonly field: 'at' | 'lastRefundAt' | 'exchangeDueAt' | TabField;
  readonly direction: 'asc' | 'desc';
}

const NEWEST: Ordering = { field: 'at', direction: 'desc' };
const OLDEST: Ordering = { field: 'at', direction: 'asc' };
const NEWEST_REFUND: Ordering = { field: 'lastRefundAt', direction: 'desc' };

export interface After {
  readonly atMs: number;
  readonly id: string;
}

/** Rows after a cursor are two ranges of the same index, in one wave: those of its millisecond, then those beyond. */
async function page(
  db: Db,
  where: Where,
  { field, direction }: Ordering,
  { after, limit }: { readonly after: After | null; readonly limit: number },
): Promise<Order[]> {
  const orderBy: Query['orderBy'] = [
    [field, direction],
    ['_id', 'asc'],
  ];
  const read = (more: Where) => db.find<Order>(ORDERS, { where: { ...where, ...more }, orderBy, limit });
  if (!after) return read({});
  const beyond = direction === 'desc' ? below : above;
  const [ties, rest] = await Promise.all([
    read({ [field]: after.atMs, _id: above(after.id) }),
    read({ [field]: beyond(after.atMs) }),
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
  return page(db, { residentId, tab: shown }, NEWEST, { after, limit });
}

export interface BoardQuery {
  readonly state: OrderState;
  readonly estateId: string | undefined;
}

const boardWhere = ({ state, estateId }: BoardQuery): Where =>
  estateId === undefined ? { state } : { estateId, state };

export const pageOfBoard = (db: Db, query: BoardQuery, after: After | null, limit: number): Promise<Order[]> =>
  page(db, boardWhere(query), OLDEST, { after, limit });

export const countByState = (db: Db, state: OrderState, estateId: string | undefined): Promise<number> =>
  db.count(ORDERS, boardWhere({ state, estateId }));

/** Orders with refunds, the newest refund first. */
export const pageOfRefunds = (db: Db, residentId: string, after: After | null, limit: number): Promise<Order[]> =>
  page(db, { residentId, ...(after ? {} : { lastRefundAt: above(0) }) }, NEWEST_REFUND, { after, limit });

/** Orders with a refund that waits for a person, the most urgent first. */
export function pageOfRefundTab(db: Db, tab: RefundTab, after: After | null, limit: number): Promise<Order[]> {
  const field = REFUND_TAB_FIELDS[tab];
  return page(db, after ? {} : { [field]: above(0) }, { field, direction: 'asc' }, { after, limit });
}

export const countByRefundTab = (db: Db, tab: RefundTab): Promise<number> =>
  db.count(ORDERS, { [REFUND_TAB_FIELDS[tab]]: above(0) });

/** Refunds that the bank is to be asked about. */
export const refundsToAsk = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { refundAskAt: atMost(nowMs) }, 'refundAskAt');

/** Refunds that support should have decided by now. */
export const undecidedSince = (db: Db, deadlineMs: number): Promise<Order[]> =>
  due(db, { refundDecideAt: atMost(deadlineMs) }, 'refundDecideAt');

/** Orders with an exchange that waits for somebody, the most urgent first. */
export const pageOfExchanging = (db: Db, after: After | null, limit: number): Promise<Order[]> =>
  page(db, after ? {} : { exchangeDueAt: above(0) }, { field: 'exchangeDueAt', direction: 'asc' }, { after, limit });

export const countOfExchanging = (db: Db): Promise<number> => db.count(ORDERS, { exchangeDueAt: above(0) });

/** Exchanges whose next step should have been done by now. */
export const exchangesDue = (db: Db, nowMs: number): Promise<Order[]> =>
  due(db, { exchangeDueAt: atMost(nowMs) }, 'exchangeDueAt');
