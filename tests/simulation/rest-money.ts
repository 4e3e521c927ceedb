import { claimOp } from '../../cloudfunctions/kernel/ids';
import type { Stored } from '../../cloudfunctions/platform/db';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import { givenBack, isAllBack, isKept } from './books';
import type { Rule } from './rest-rule';

/** Money kept = orders paid; nothing is owed any more. */
export const moneyIsWhereItBelongs: Rule = ({ accounts, books }, say) => {
  for (const order of books.orders.values()) {
    const { _id, state, payableFen, effects, effectsDueAt } = order;
    const kept = accounts.paidFen(_id) - accounts.refundedFen(_id);
    const back = givenBack(order).reduce((sum, { amounts }) => sum + amounts.amountFen, 0);
    const due = isKept(order) ? payableFen - back : 0;
    if (kept !== due) say(`the shop keeps ${kept} fen of order ${_id} (${state}), due are ${due}`);
    if (['intent', 'placed', 'closing'].includes(state)) say(`order ${_id} is still ${state}`);
    const owed = Object.entries(effects).filter(([, { done }]) => !done);
    if (effectsDueAt !== undefined || owed.length > 0)
      say(`order ${_id} (${state}) still owes ${owed.map(([id]) => id).join()}`);
  }
};

/**
 * Units that went back brought exactly their frozen share; all of them everything that was paid, less the freight and the
 * gifts' values that are kept and named. No refund is left on its way.
 */
export const refundsAreExact: Rule = ({ books }, say) => {
  for (const order of books.orders.values()) {
    const given = givenBack(order);
    const sum = (of: (one: (typeof given)[number]) => number) => given.reduce((total, one) => total + of(one), 0);
    for (const { lineId, quantity, paidFen } of order.quote.lines) {
      const units = sum((one) => one.units[lineId] ?? 0);
      const gave = sum((one) => one.amounts.lines[lineId]?.paidFen ?? 0);
      if (units > quantity) say(`${units} of ${quantity} units of ${lineId} in ${order._id} went back`);
      if (units === quantity && gave !== paidFen) say(`${lineId} of ${order._id} gave back ${gave} of ${paidFen}`);
      if (Math.abs(gave - (paidFen * units) / quantity) > 1) say(`${lineId} of ${order._id}: ${gave} fen for ${units}`);
    }
    // What was deducted for a gift and comes with the gift is counted where it was deducted.
    const fen = sum(({ cause, amounts }) =>
      cause === 'gift-back' ? 0 : amounts.amountFen + amounts.deductedFen - amounts.freightFen,
    );
    if (given.length > 0 && isAllBack(order) && fen !== order.quote.goodsPaidFen)
      say(`all of ${order._id} went back for ${fen} of ${order.quote.goodsPaidFen}`);
    for (const [number, { state }] of Object.entries(order.refunds))
      if (state === 'due' || state === 'accepted') say(`refund ${number} is still ${state}`);
  }
};

/** What people were told is what is. */
export const repliesAreTrue: Rule = ({ books, accounts, told, claims, placings }, say) => {
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

/**
 * True here: the pay platform did not answer for long, support did not decide in a day, and the clock jumped a day ahead of
 * the sweeper.
 */
const TRUE_ALERTS: ReadonlySet<string> = new Set([
  ...['REFUND_WAITS', 'REFUND_UNDECIDED', 'EXCHANGE_OVERDUE', 'RECONCILE_HOLD'],
]);

/** Nothing else for a person to look at. */
export const noAlarm: Rule = ({ accounts }, say) => {
  for (const { kind, cause } of accounts.dump<Stored & { kind: string; cause: string }>('alerts'))
    if (!TRUE_ALERTS.has(kind)) say(`alert ${kind} ${cause}`);
};
