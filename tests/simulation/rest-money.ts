import { claimOp } from '../../cloudfunctions/kernel/ids';
import type { Stored } from '../../cloudfunctions/platform/db';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import { isKept } from './books';
import type { Rule } from './rest-rule';

/** Money kept = orders paid; nothing is owed any more. */
export const moneyIsWhereItBelongs: Rule = ({ accounts, books }, say) => {
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

/** Nothing for a person to look at; but that the pay platform did not answer for long is true here. */
export const noAlarm: Rule = ({ accounts }, say) => {
  for (const { kind, cause } of accounts.dump<Stored & { kind: string; cause: string }>('alerts'))
    if (kind !== 'REFUND_WAITS') say(`alert ${kind} ${cause}`);
};
