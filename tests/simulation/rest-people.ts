import { type JournalEntry, PAID_ORDERS } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import { pointsBalance, pointsFor } from '../../cloudfunctions/rooms/loyalty';
import type { Order } from '../../cloudfunctions/rooms/order';
import { earningFen } from '../../cloudfunctions/rooms/settlement';
import { givenBack, isAllBack, isKept, isLive } from './books';
import { DRAW, GRAND_PRIZE, POINTS_AT_START } from './house';
import { claimedCoupons, type Rule } from './rest-rule';

/** points = Σ causes: by the orders and spins themselves, and by journal and ledger. */
export const pointsHaveCauses: Rule = ({ accounts, books }, say) => {
  const ledger = accounts.dump<Stored & JournalEntry & { target: string }>('ledger');
  for (const wallet of books.wallets.values()) {
    const own = [...books.orders.values()].filter(({ residentId }) => residentId === wallet._id);
    const spent = own.filter(isKept).reduce((sum, order) => sum + order.quote.points.used - pointsGivenBack(order), 0);
    const earned = own
      .filter(({ state }) => state === 'received')
      .reduce((sum, order) => sum + pointsFor(earningFen({ lines: linesLeft(order) }), 'normal'), 0);
    const won = Object.values(wallet.prizes).filter(({ kind }) => kind === 'points').length * 5;
    const balance = pointsBalance(wallet);
    const byCause = POINTS_AT_START - spent + earned + won;
    if (balance !== byCause) say(`${wallet._id} has ${balance} points, its orders and spins make ${byCause}`);
    const entries = [...Object.values(wallet.journal), ...ledger.filter(({ target }) => target === wallet._id)];
    const byEntries = POINTS_AT_START + entries.reduce((sum, { points = 0 }) => sum + points, 0);
    if (balance !== byEntries) say(`${wallet._id} has ${balance} points, its entries make ${byEntries}`);
  }
};

const pointsGivenBack = (order: Order): number =>
  givenBack(order).reduce((sum, { amounts }) => sum + amounts.pointsBack, 0);

/** The lines with what is still paid for them. */
const linesLeft = (order: Order): Order['quote']['lines'] =>
  order.quote.lines.map((line) => {
    const back = givenBack(order).reduce((sum, { amounts }) => sum + (amounts.lines[line.lineId]?.paidFen ?? 0), 0);
    return { ...line, paidFen: line.paidFen - back };
  });

/** A coupon is used by the one live order that has it, and by no other. */
export const couponsAreWhereTheyBelong: Rule = (rest, say) => {
  for (const wallet of rest.books.wallets.values())
    for (const { couponId, coupon } of claimedCoupons(rest, wallet)) {
      const users = [...rest.books.orders.values()].filter(
        (order) =>
          order.residentId === wallet._id &&
          isLive(order) &&
          !isAllBack(order) &&
          order.walletWant.couponIds.includes(couponId),
      );
      const usedBy = coupon.status.state === 'used' ? coupon.status.orderId : undefined;
      const expected = users[0]?._id;
      if (users.length > 1) say(`coupon ${couponId} is in ${users.length} live orders`);
      if (usedBy !== expected) say(`coupon ${couponId} is ${coupon.status.state} by ${usedBy}, in order ${expected}`);
    }
};

/** The first-order right is with the live order that had it; who was paid is counted. */
export const firstOrdersAreOnce: Rule = ({ books }, say) => {
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

/** A received order brought its chances, no other did; a chance is one spin, a spin is one prize. */
export const chancesAreOnce: Rule = ({ books }, say) => {
  for (const { _id, chances, prizes } of books.wallets.values()) {
    const own = [...books.orders.values()].filter(({ residentId }) => residentId === _id);
    for (const order of own) {
      const given = Object.entries(chances).filter(([id]) => id.startsWith(`order:${order._id}:`)).length;
      const spun = Object.entries(chances).filter(
        ([id, { state }]) => id.startsWith(`order:${order._id}:`) && state === 'used',
      ).length;
      // With the last unit the chances go that were not used yet.
      const brings = order.state === 'received' && !isAllBack(order);
      const promised = brings ? order.chances.reduce((sum, one) => sum + one.chances, 0) : spun;
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
