import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Prize, Wallet } from '../../cloudfunctions/kernel/wallet';
import { claimCounter } from '../../cloudfunctions/rooms/coupon/domain/eligibility';
import { winCounter } from '../../cloudfunctions/rooms/draw/domain/spin';
import { type Order, TRANSITIONS } from '../../cloudfunctions/rooms/order';
import { EXCHANGE_TRANSITIONS, type ExchangeState } from '../../cloudfunctions/rooms/order/domain/exchange-states';
import type { EngineDb } from '../support/engine-db';
import { type Books, isAllBack, isLive, openBooks, unitsOf } from './books';
import { DRAW, GRAND_PRIZE, TEMPLATE } from './house';

/** What must hold at every moment, tested after every write (protocol-of-holds.md, "Always"). */
export interface Watch {
  readonly books: Books;
  readonly violations: readonly string[];
  look(written: { readonly collection: string; readonly id: string }): void;
}

export function watchOver(engine: EngineDb): Watch {
  const books = openBooks(engine);
  const violations: string[] = [];
  const say = (violation: string): void => {
    if (violations.length < 20) violations.push(violation);
  };
  const read = <T>(collection: string, id: string): T | undefined =>
    engine.store.findNow(collection, { _id: id }, { limit: 1 })[0] as T | undefined;
  return {
    books,
    violations,
    look: ({ collection, id }) => {
      if (collection === 'cells') {
        const cell = read<Cell>('cells', id);
        if (cell) books.cells.set(id, cell);
        if (cell) checkCell(cell, say);
      } else if (collection === 'wallets') {
        const wallet = read<Wallet>('wallets', id);
        if (wallet) books.wallets.set(id, wallet);
        checkCounts(books, say);
      } else if (collection === 'orders') {
        const order = read<Order>('orders', id);
        if (order) checkTransition(books.orders.get(id), order, say);
        if (order) books.orders.set(id, order);
        checkOrders(books, say);
      }
    },
  };
}

type Say = (violation: string) => void;

function checkCell({ _id, left, open, held }: Cell, say: Say): void {
  for (const [key, units] of Object.entries(left)) if (units < 0) say(`${_id} has ${units} left of ${key}`);
  const marks = Object.values(held).filter(({ s }) => s === 'h').length;
  if (open !== marks) say(`${_id} counts ${open} open marks and has ${marks}`);
}

function checkTransition(before: Order | undefined, order: Order, say: Say): void {
  const { _id, state } = order;
  for (const [no, { state: now }] of Object.entries(order.exchanges ?? {})) {
    const was = before?.exchanges?.[no]?.state;
    if (was !== now && !mayExchangeGo(was, now)) say(`exchange ${no} went from ${was ?? 'nothing'} to ${now}`);
  }
  if (!before) {
    if (state !== 'intent') say(`order ${_id} was born ${state}`);
  } else if (before.state !== state && !TRANSITIONS[before.state].includes(state))
    say(`order ${_id} went from ${before.state} to ${state}`);
}

/** What is handed over with nothing to come back is done in the same update. */
function mayExchangeGo(was: ExchangeState | undefined, now: ExchangeState): boolean {
  if (was === undefined) return now === 'asked';
  const next = EXCHANGE_TRANSITIONS[was];
  return next.includes(now) || (now === 'done' && next.includes('handed-over'));
}

/** Live units ≤ initial, budget ≤ cap, a coupon in one live order. */
function checkOrders({ orders, opening }: Books, say: Say): void {
  const live = new Map<string, number>();
  const couponOf = new Map<string, string>();
  for (const order of orders.values()) {
    if (!isLive(order)) continue;
    for (const { cellId, key, units } of unitsOf(order)) {
      const sum = (live.get(`${cellId}/${key}`) ?? 0) + units;
      live.set(`${cellId}/${key}`, sum);
      const most = opening.get(cellId)?.[key] ?? 0;
      if (sum > most) say(`oversold: ${sum} of ${key} in live orders, ${most} in ${cellId}`);
    }
    if (isAllBack(order)) continue;
    for (const couponId of order.walletWant.couponIds) {
      const name = `${order.residentId}/${couponId}`;
      if (couponOf.has(name)) say(`coupon ${couponId} is in two live orders`);
      couponOf.set(name, order._id);
    }
  }
}

/** Claims and prizes ≤ their count, no negative points. */
function checkCounts({ wallets, opening }: Books, say: Say): void {
  let claims = 0;
  let prizes = 0;
  for (const { counters, lots, prizes: won } of wallets.values()) {
    claims += counters[claimCounter(TEMPLATE)] ?? 0;
    prizes += (counters[winCounter(DRAW, GRAND_PRIZE)] ?? 0) - Object.values(won).filter(isTakenBack).length;
    for (const { points } of Object.values(lots)) if (points < 0) say(`a lot has ${points} points`);
  }
  const most = (prefix: string): number =>
    [...opening].reduce((sum, [id, { n = 0 }]) => (id.startsWith(prefix) ? sum + n : sum), 0);
  if (claims > most(`tpl_${TEMPLATE}`)) say(`${claims} claims of ${most(`tpl_${TEMPLATE}`)} coupons`);
  if (prizes > most(`prize_${DRAW}`)) say(`${prizes} prizes of ${most(`prize_${DRAW}`)}`);
}

/** Can be won again. */
const isTakenBack = ({ drawPrizeId, state }: Prize): boolean => drawPrizeId === GRAND_PRIZE && state === 'revoked';
