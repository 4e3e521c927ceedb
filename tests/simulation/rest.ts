import { claimOp } from '../../cloudfunctions/kernel/ids';
import type { JournalEntry, Wallet } from '../../cloudfunctions/kernel/wallet';
import { PAID_ORDERS } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import { claimCounter } from '../../cloudfunctions/rooms/coupon/domain/eligibility';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import { pointsBalance, pointsFor } from '../../cloudfunctions/rooms/loyalty';
import type { Order } from '../../cloudfunctions/rooms/order';
import { earningFen } from '../../cloudfunctions/rooms/settlement';
import { BUDGET } from '../support/shop';
import { type Books, isKept, isLive, openBooks, unitsOf } from './books';
import { DRAW, GRAND_PRIZE, POINTS_AT_START, TEMPLATE } from './house';
import type { Told } from './told';

/** Everything that can be counted at the end, in one process or behind the wire. */
export interface Accounts {
  /** Every document of a collection. */
  dump<T extends Stored>(collection: string): T[];
  residentId(name: string): string;
  /** What the payer gave at the pay platform, and what went back. */
  paidFen(orderId: string): number;
  refundedFen(orderId: string): number;
}

/** A house in which nobody does anything any more. */
export interface Rest {
  readonly accounts: Accounts;
  readonly books: Books;
  readonly opening: Books['opening'];
  readonly told: Told;
  /** Request keys of claims with who made them. */
  readonly claims: ReadonlyMap<string, string>;
  /** Request keys of orders with their order's id. */
  readonly placings: ReadonlyMap<string, string>;
}

type Say = (violation: string) => void;
type Rule = (rest: Rest, say: Say) => void;

/** What must hold at rest (protocol-of-holds.md, "Always"). */
export function violationsAtRest(rest: Omit<Rest, 'books'>): string[] {
  const found: string[] = [];
  const whole: Rest = { ...rest, books: openBooks(rest.accounts) };
  for (const rule of RULES) rule(whole, (violation) => found.push(violation));
  return found;
}

const ended = ({ accounts }: Rest): EndedCoupon[] => accounts.dump<EndedCoupon>('coupons');

/** initial = Σ left + live, for goods and for what orders take from the budget. */
const unitsAreConserved: Rule = (rest, say) => {
  const { books, opening } = rest;
  const live = new Map<string, number>();
  const count = (cellId: string, key: string, units: number): void => {
    live.set(`${cellId}/${key}`, (live.get(`${cellId}/${key}`) ?? 0) + units);
  };
  for (const order of books.orders.values())
    if (isLive(order)) for (const { cellId, key, units } of unitsOf(order)) count(cellId, key, units);
  for (const { key, fen } of reservesInUse(rest)) count(BUDGET, key, fen);
  for (const wallet of books.wallets.values()) {
    for (const chance of Object.values(wallet.chances))
      if (chance.state === 'used' && chance.spin.cell !== null) count(chance.spin.cell, 'n', 1);
  }
  for (const [cellId, units] of opening) {
    if (cellId.startsWith('tpl_')) continue;
    const left = books.cells.get(cellId)?.left ?? {};
    for (const [key, initial] of Object.entries(units)) {
      const used = live.get(`${cellId}/${key}`) ?? 0;
      if (initial !== (left[key] ?? 0) + used) say(`${cellId}/${key}: ${initial} ≠ ${left[key]} left + ${used} live`);
    }
  }
};

/** What claimed coupons keep of the budget: all of it while they may be used, what they took off once received. */
function reservesInUse(rest: Rest): { key: string; fen: number }[] {
  const { books } = rest;
  return [...books.wallets.values()].flatMap((wallet) =>
    claimedCoupons(rest, wallet).flatMap(({ couponId, coupon }) => {
      if (!coupon.reserve || coupon.status.state === 'expired') return [];
      const order = coupon.status.state === 'used' ? books.orders.get(coupon.status.orderId) : undefined;
      const usedFen = order?.quote.adjustments
        .filter((adjustment) => adjustment.couponId === couponId)
        .reduce((sum, { amountFen }) => sum - amountFen, 0);
      return Object.entries(coupon.reserve.q).map(([key, fen]) => ({
        key,
        fen: order?.state === 'received' ? (usedFen ?? 0) : fen,
      }));
    }),
  );
}

/** Claimed coupons of a resident wherever they are: the wallet knows best, then the archive's latest. */
function claimedCoupons(rest: Rest, wallet: Wallet): { couponId: string; coupon: EndedCoupon['coupon'] }[] {
  const all = new Map<string, EndedCoupon['coupon']>();
  const archived = ended(rest).filter(({ residentId }) => residentId === wallet._id);
  for (const { _id, coupon } of archived.sort((a, b) => a.endedAtMs - b.endedAtMs))
    all.set(_id.slice(0, _id.indexOf(':')), coupon);
  for (const [couponId, coupon] of Object.entries(wallet.coupons)) all.set(couponId, coupon);
  return [...all].map(([couponId, coupon]) => ({ couponId, coupon }));
}

/** total = Σ left + claimed, and each claim is one coupon. */
const claimsAreConserved: Rule = (rest, say) => {
  const { books, opening } = rest;
  const sum = (cells: Iterable<readonly [string, { readonly [key: string]: number }]>): number =>
    [...cells].reduce((total, [id, { n = 0 }]) => (id.startsWith(`tpl_${TEMPLATE}`) ? total + n : total), 0);
  const left = sum([...books.cells].map(([id, cell]) => [id, cell.left] as const));
  let claimed = 0;
  for (const wallet of books.wallets.values()) {
    const coupons = claimedCoupons(rest, wallet).filter(({ coupon }) => coupon.templateId === TEMPLATE).length;
    const counted = wallet.counters[claimCounter(TEMPLATE)] ?? 0;
    if (coupons !== counted) say(`${coupons} coupons of ${counted} claims in ${wallet._id}`);
    claimed += coupons;
  }
  if (sum(opening) !== left + claimed) say(`coupons: ${sum(opening)} ≠ ${left} left + ${claimed} claimed`);
};

/** No mark without a live decider; at rest every order has decided, so there is none at all. */
const noMarkIsLeft: Rule = ({ books }, say) => {
  for (const { _id, open, held } of books.cells.values()) {
    const marks = Object.entries(held).filter(([, { s }]) => s === 'h');
    for (const [op] of marks) say(`${_id} still holds for ${op} (${books.orders.get(op)?.state ?? 'no order'})`);
    if (open !== marks.length) say(`${_id} counts ${open} open marks`);
  }
  for (const { _id, holds, coupons } of books.wallets.values()) {
    for (const orderId of Object.keys(holds))
      say(`${_id} still holds for ${orderId} (${books.orders.get(orderId)?.state ?? 'no order'})`);
    for (const [couponId, { status }] of Object.entries(coupons))
      if (status.state === 'locked') say(`coupon ${couponId} of ${_id} is locked`);
  }
};

/** points = Σ causes: by the orders and spins themselves, and by journal and ledger. */
const pointsHaveCauses: Rule = ({ accounts, books }, say) => {
  const ledger = accounts.dump<Stored & JournalEntry & { target: string }>('ledger');
  for (const wallet of books.wallets.values()) {
    const own = [...books.orders.values()].filter(({ residentId }) => residentId === wallet._id);
    const spent = own.filter(isKept).reduce((sum, { quote }) => sum + quote.points.used, 0);
    const earned = own
      .filter(({ state }) => state === 'received')
      .reduce((sum, { quote }) => sum + pointsFor(earningFen(quote), 'normal'), 0);
    const won = Object.values(wallet.prizes).filter(({ kind }) => kind === 'points').length * 5;
    const balance = pointsBalance(wallet);
    const byCause = POINTS_AT_START - spent + earned + won;
    if (balance !== byCause) say(`${wallet._id} has ${balance} points, its orders and spins make ${byCause}`);
    const entries = [...Object.values(wallet.journal), ...ledger.filter(({ target }) => target === wallet._id)];
    const byEntries = POINTS_AT_START + entries.reduce((sum, { points = 0 }) => sum + points, 0);
    if (balance !== byEntries) say(`${wallet._id} has ${balance} points, its entries make ${byEntries}`);
  }
};

/** A coupon is used by the one live order that has it, and by no other. */
const couponsAreWhereTheyBelong: Rule = (rest, say) => {
  for (const wallet of rest.books.wallets.values())
    for (const { couponId, coupon } of claimedCoupons(rest, wallet)) {
      const users = [...rest.books.orders.values()].filter(
        (order) => order.residentId === wallet._id && isLive(order) && order.walletWant.couponIds.includes(couponId),
      );
      const usedBy = coupon.status.state === 'used' ? coupon.status.orderId : undefined;
      const expected = users[0]?._id;
      if (users.length > 1) say(`coupon ${couponId} is in ${users.length} live orders`);
      if (usedBy !== expected) say(`coupon ${couponId} is ${coupon.status.state} by ${usedBy}, in order ${expected}`);
    }
};

/** The first-order right is with the live order that had it; who was paid is counted. */
const firstOrdersAreOnce: Rule = ({ books }, say) => {
  for (const { _id, firstOrder, counters } of books.wallets.values()) {
    const own = [...books.orders.values()].filter(({ residentId }) => residentId === _id);
    const paid = own.filter((order) => isKept(order) || isCancelledByResident(order));
    if ((counters[PAID_ORDERS] ?? 0) !== paid.length)
      say(`${_id} counts ${counters[PAID_ORDERS]} paid orders of ${paid.length}`);
    const [owner] = paid.filter(({ heldInWallet }) => heldInWallet?.firstOrder);
    const holder = firstOrder.state === 'open' ? undefined : firstOrder.orderId;
    if (firstOrder.state === 'held' || holder !== owner?._id)
      say(`first order of ${_id} is ${firstOrder.state} by ${holder}, owner ${owner?._id}`);
  }
};

const isCancelledByResident = ({ state, timeline }: Order): boolean =>
  state === 'cancelled' && timeline.cancelled?.by === 'resident';

/** Money kept = orders paid; nothing is owed any more. */
const moneyIsWhereItBelongs: Rule = ({ accounts, books }, say) => {
  for (const order of books.orders.values()) {
    const { _id, state, payableFen, effects, effectsDueAt } = order;
    const kept = accounts.paidFen(_id) - accounts.refundedFen(_id);
    const due = isKept(order) ? payableFen : 0;
    if (kept !== due) say(`the shop keeps ${kept} fen of order ${_id} (${state}), due are ${due}`);
    if (['intent', 'placed', 'closing'].includes(state)) say(`order ${_id} is still ${state}`);
    const owed = Object.entries(effects).filter(([, { done }]) => !done);
    if (effectsDueAt !== undefined || owed.length > 0)
      say(`order ${_id} (${state}) still owes ${owed.map(([id]) => id).join()}`);
  }
};

/** A received order brought its chances, no other did; a chance is one spin, a spin is one prize. */
const chancesAreOnce: Rule = ({ books }, say) => {
  for (const { _id, chances, prizes } of books.wallets.values()) {
    const own = [...books.orders.values()].filter(({ residentId }) => residentId === _id);
    for (const order of own) {
      const promised = order.state === 'received' ? order.chances.reduce((sum, one) => sum + one.chances, 0) : 0;
      const given = Object.keys(chances).filter((id) => id.startsWith(`order:${order._id}:`)).length;
      if (given !== promised) say(`order ${order._id} (${order.state}) brought ${given} chances of ${promised}`);
    }
    const used = Object.entries(chances).filter(([, { state }]) => state === 'used');
    const won = Object.keys(prizes);
    if (used.length !== won.length || used.some(([id]) => !won.includes(id)))
      say(`${_id} spun ${used.length} times for ${won.length} prizes`);
    for (const [id, chance] of used)
      if (chance.state === 'used' && (chance.spin.givenPrizeId === GRAND_PRIZE) !== (chance.spin.cell !== null))
        say(`${id} gave ${chance.spin.givenPrizeId} from ${chance.spin.cell}`);
  }
  for (const id of books.opening.keys())
    if (id.startsWith('prize_') && !id.startsWith(`prize_${DRAW}_`)) say(`unknown prize cell ${id}`);
};

/** What people were told is what is. */
const repliesAreTrue: Rule = ({ books, accounts, told, claims, placings }, say) => {
  for (const [requestKey, { yes, text }] of told.standing) {
    const orderId = placings.get(requestKey);
    if (orderId !== undefined) {
      const state = books.orders.get(orderId)?.state ?? 'none';
      if (yes === (state === 'aborted' || state === 'none')) say(`told ${text.slice(0, 120)}, the order is ${state}`);
    }
    const name = claims.get(requestKey);
    if (name === undefined || !yes) continue;
    const wallet = books.wallets.get(accounts.residentId(name));
    const op = claimOp(accounts.residentId(name), requestKey);
    const archived = accounts.dump<EndedCoupon>('coupons').some(({ _id }) => _id.startsWith(op));
    if (!wallet?.coupons[op] && !archived) say(`told a coupon ${op} that is not there`);
  }
};

/** Nothing for a person to look at; but that the pay platform did not answer for long is true here. */
const noAlarm: Rule = ({ accounts }, say) => {
  for (const { kind, cause } of accounts.dump<Stored & { kind: string; cause: string }>('alerts'))
    if (kind !== 'REFUND_WAITS') say(`alert ${kind} ${cause}`);
};

const RULES: readonly Rule[] = [
  unitsAreConserved,
  claimsAreConserved,
  noMarkIsLeft,
  pointsHaveCauses,
  couponsAreWhereTheyBelong,
  firstOrdersAreOnce,
  moneyIsWhereItBelongs,
  chancesAreOnce,
  repliesAreTrue,
  noAlarm,
];
