import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import { Change, type Db, type Stored } from '../../cloudfunctions/platform/db';
import { release } from '../../cloudfunctions/platform/holds/cells';
import { changeWallet } from '../../cloudfunctions/platform/holds/wallets';
import type { Assembly } from '../../cloudfunctions/platform/serve/assembly';
import type { Order } from '../../cloudfunctions/rooms/order';
import { settleEffects } from '../../cloudfunctions/rooms/order/operations/effects/settle';
import { releaseHold } from '../../cloudfunctions/rooms/order/operations/wallet-hold';
import { isSet, type Tree, updating, without } from './sabotage-update';

/** Rules of orders, wallets and the timer that nobody keeps. */

export const unconditionalOrders = updating((call) =>
  call.collection === 'orders' ? { ...call, where: without(call.where, 'state') } : call,
);

export const unconditionalRefunds = updating((call) =>
  call.collection === 'orders' ? { ...call, where: without(call.where, 'refundRev') } : call,
);

export const unconditionalWallets = updating((call) =>
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

export const releasesBeforeAborting = updating(async (call, db) => {
  if (call.collection === 'orders' && isSet(call.change.state, 'aborted'))
    await giveBackEarly(db, call.where._id, 'intent');
  return call;
});

export const releasesWhileClosing = (db: Db): Db => ({
  ...db,
  update: async (collection, where, change) => {
    const answer = await db.update(collection, where, change);
    if (collection === 'orders' && answer && isSet(change.state, 'closing'))
      await giveBackEarly(db, where._id, 'closing');
    return answer;
  },
});

/** The timer looks for the marks of an intent: all there, it places the order; else it releases and aborts. */
export const finishingTimer = (whole: Assembly): Assembly => ({
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
