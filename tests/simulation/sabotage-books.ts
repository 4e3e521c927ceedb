import type { JournalEntry } from '../../cloudfunctions/kernel/wallet';
import { Change, type Db, type Json, set } from '../../cloudfunctions/platform/db';
import type { PayPort } from '../../cloudfunctions/platform/ports';
import { adds, type Tree, updating, without } from './sabotage-update';

/** Books that do not add up any more: what the nightly reckoning is there to find. */

/** A take leaves its mark, and the counter as it was. */
export const takesUncounted = updating((call) =>
  call.collection === 'cells' && adds(call.change, 'open') > 0
    ? { ...call, change: without(call.change, 'left') }
    : call,
);

/** Points come and go, and their entry does not say how many. */
export const pointsUnwritten = updating((call) => {
  if (call.collection !== 'wallets' || call.change.journal === undefined) return call;
  const entries = Object.entries(call.change.journal as { readonly [op: string]: unknown }).map(([op, term]) =>
    term instanceof Change && term.alteration === 'set'
      ? [op, set(without(term.operand as unknown as JournalEntry & Tree, 'points') as unknown as Json)]
      : [op, term],
  );
  return { ...call, change: { ...call.change, journal: Object.fromEntries(entries) } };
});

/** A claim is in the journal, its coupon is not in the wallet. */
export const claimsWithoutCoupon = updating((call) => {
  const journal = JSON.stringify(call.collection === 'wallets' ? (call.change.journal ?? {}) : {});
  return journal.includes('"coupon.claim"') ? { ...call, change: without(call.change, 'coupons') } : call;
});

/** A prize is revoked, and its unit never comes back to where it was won. */
export const prizesNotReturned = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    const isReturn = where._id.startsWith('prize_') && JSON.stringify(change).includes('"gave":true');
    return isReturn || db.update(collection, where, change);
  },
});

/** A refund is taken as accepted that the bank never heard of. */
export const refundsUnasked = (pay: PayPort): PayPort => ({
  unifiedOrder: (input) => pay.unifiedOrder(input),
  query: (outTradeNo) => pay.query(outTradeNo),
  close: (outTradeNo) => pay.close(outTradeNo),
  refund: async () => 'accepted',
  queryRefund: async () => ({ state: 'succeeded', amountFen: 0, arrivedAtMs: null }),
  dayBill: (day) => pay.dayBill(day),
  transfer: (input) => pay.transfer(input),
  queryTransfer: (outBillNo) => pay.queryTransfer(outBillNo),
  merchant: pay.merchant,
});
