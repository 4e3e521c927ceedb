import type { Quantities } from '../../../kernel/cell';
import { hashOf } from '../../../kernel/ids';
import type { Wallet } from '../../../kernel/wallet';
import type { Context } from '../../../platform/context';
import type { Json } from '../../../platform/db';
import type { Effect } from '../../../platform/effects';
import { capture, credit, release } from '../../../platform/holds/cells';
import { readLedger } from '../../../platform/holds/ledger';
import { carryOut } from '../../../platform/outbox/carry-out';
import type { DeciderRules } from '../../../platform/outbox/decider';
import { type Carried, SETTLE_WALLET } from '../../../platform/outbox/wallet';
import { chanceUntilMs } from '../../campaign';
import { earningFen } from '../../settlement';
import type { CellHold, Order } from '../document';
import { verdictOf } from '../domain/states';
import { ORDERS } from '../store';
import { carryOutRefund } from './refund';
import { captureHold, releaseHold } from './wallet-hold';

/** A mark in a cell, captured or released as the order has decided. */
export const SETTLE_CELL = 'cell.settle';
/** Units given back after capture, under an op of their own. */
export const CREDIT_CELL = 'cell.credit';
export const REFUND = 'pay.refund';
/** What a cancelled order gives back to its wallet. */
export const RETURN = 'order.return';

export type Effects = { readonly [id: string]: Effect };

const effect = (kind: string, target: string, op: string, at: number, data: Json = null): Effect => ({
  kind,
  target,
  op,
  at,
  done: false,
  data,
});

/**
 * Written when the order is placed (or aborted), due when it is paid, closed or aborted: the payment callback then needs
 * no reading before its one update.
 */
export function settleEffects(order: Pick<Order, '_id' | 'at' | 'residentId'>, cellIds: readonly string[]): Effects {
  const cells = [...new Set(cellIds)].map((cellId, index) => [
    `settle_${index}`,
    effect(SETTLE_CELL, cellId, order._id, order.at),
  ]);
  return { ...Object.fromEntries(cells), settle_w: effect(SETTLE_WALLET, order.residentId, order._id, order.at) };
}

/** `ret_<order>` is the op on every target: one credit a cell, one return to the wallet. */
export function returnEffects(order: Order, nowMs: number, byShop: boolean): Effects {
  const op = `ret_${order._id}`;
  const cells = (order.holds ?? []).map((hold, index) => [
    `ret_${index}`,
    effect(CREDIT_CELL, hold.cellId, op, nowMs, { q: hold.q }),
  ]);
  const { heldInWallet, residentId } = order;
  const data = { held: heldInWallet, byShop } as unknown as Json;
  return {
    ...Object.fromEntries(cells),
    ...(heldInWallet ? { ret_w: effect(RETURN, residentId, op, nowMs, data) } : {}),
  };
}

/**
 * What coupons did not use of what was reserved for them goes back when the order can no longer be cancelled: until
 * then a coupon that comes back still has its reserve (rules.md section 8).
 */
export function reserveEffects(order: Order, nowMs: number): Effects {
  const coupons = Object.entries(order.heldInWallet?.coupons ?? {});
  const credits = coupons.flatMap(([couponId, { reserve }]) => {
    const unused = reserve ? unusedOf(order, couponId, reserve.q) : null;
    if (!reserve || !unused) return [];
    const op = `cb_${hashOf(order._id, couponId)}`;
    return [[op, effect(CREDIT_CELL, reserve.cellId, op, nowMs, { q: unused })] as const];
  });
  return Object.fromEntries(credits);
}

function unusedOf(order: Order, couponId: string, reserved: Quantities): Quantities | null {
  const usedFen = order.quote.adjustments
    .filter((adjustment) => adjustment.couponId === couponId)
    .reduce((sum, { amountFen }) => sum - amountFen, 0);
  const unused = Object.entries(reserved).map(([key, fen]) => [key, Math.max(0, fen - usedFen)] as const);
  return unused.some(([, fen]) => fen > 0) ? Object.fromEntries(unused) : null;
}

/** Points and chances on receipt, as promised when the order was placed. */
export function rewardEffects(order: Order, nowMs: number): Effects {
  const { _id: orderId, residentId, quote, chances } = order;
  const earn = {
    orderId,
    goodsPaidFen: earningFen(quote),
    paidFen: quote.payableFen,
    receivedAtMs: nowMs,
    pendingDays: order.pendingDays,
  };
  const rewards: [string, Effect][] = [['earn', effect('loyalty.earn', residentId, `earn_${orderId}`, nowMs, earn)]];
  let firstN = 1;
  for (const promised of chances) {
    const { drawId, chances: count } = promised;
    const expiresAtMs = chanceUntilMs(promised, nowMs);
    const data = { drawId, orderId, chances: count, firstN, receivedAtMs: nowMs, expiresAtMs };
    rewards.push([`chance_${firstN}`, effect('draw.chance', residentId, `ch_${hashOf(orderId, firstN)}`, nowMs, data)]);
    firstN += count;
  }
  return Object.fromEntries(rewards);
}

export const refundEffect = (order: Pick<Order, '_id'>, refundNumber: string, nowMs: number): Effect =>
  effect(REFUND, order._id, refundNumber, nowMs);

/** Carries out what the order owes, by its present state. Harmless at any time; true: nothing is owed any more. */
export function carryOutEffects(context: Context, order: Order, known?: Wallet): Promise<boolean> {
  return carryOut(context, rulesFor(context, order), order, known);
}

function rulesFor(context: Context, order: Order): DeciderRules {
  const verdict = verdictOf(order.state);
  return {
    collection: ORDERS,
    asRead: { state: order.state },
    settleHold: (wallet: Wallet) => {
      if (verdict === 'capture') return captureHold(wallet, order._id, context.nowMs);
      return verdict === 'release' ? releaseHold(wallet, order._id, context.nowMs) : wallet;
    },
    isOnWallet: ({ kind }) => kind === SETTLE_WALLET || context.effects[kind] !== undefined,
    carry: (_, id, due) => carryOther(context, order, id, due),
  };
}

async function carryOther(context: Context, order: Order, id: string, due: Effect): Promise<Carried> {
  const { db } = context;
  if (due.kind === SETTLE_CELL) {
    const verdict = verdictOf(order.state);
    if (verdict === 'wait') return 'later';
    await (verdict === 'capture' ? capture : release)(db, due.target, due.op, due.at);
    return 'done';
  }
  if (due.kind === CREDIT_CELL) return creditOnce(context, order, due);
  if (due.kind === REFUND) return carryOutRefund(context, order, due.op);
  throw new Error(`order ${order._id} owes ${id} of unknown kind ${due.kind}`);
}

async function creditOnce({ db }: Context, order: Order, { target, op, at, data }: Effect): Promise<Carried> {
  const { q } = data as unknown as Pick<CellHold, 'q'>;
  const answer = await credit(db, { cellId: target, op, q, atMs: at, by: order._id });
  if (answer === 'done') return 'done';
  return (await readLedger(db, target, op)) ? 'done' : 'redate';
}
