import type { Wallet } from '../../../../kernel/wallet';
import type { Context } from '../../../../platform/context';
import type { Carried, Effect } from '../../../../platform/effects';
import { capture, release } from '../../../../platform/holds/cells';
import { carryByTable } from '../../../../platform/outbox/by-table';
import { carryOut } from '../../../../platform/outbox/carry-out';
import type { DeciderRules } from '../../../../platform/outbox/decider';
import { SETTLE_WALLET } from '../../../../platform/outbox/wallet';
import type { Order } from '../../document';
import { verdictOf } from '../../domain/states';
import { ORDERS } from '../../store';
import { takeFresh } from '../exchange/fresh';
import { requestRefund } from '../refund/bank-request';
import { captureHold, releaseHold } from '../wallet-hold';
import { REFUND, SETTLE_CELL, TAKE_FRESH } from './kinds';

/** Carries out what the order owes, by its present state. Harmless at any time; true: nothing is owed any more. */
export function carryOutEffects(context: Context, order: Order, known?: Wallet): Promise<boolean> {
  return carryOut(context, rulesFor(context, order), order, known);
}

function rulesFor(context: Context, order: Order): DeciderRules {
  const verdict = verdictOf(order.state);
  const seen: Seen = { order, turn: Promise.resolve() };
  return {
    collection: ORDERS,
    // As it is by then: asking the pay platform moves the refund, and that is this call's own doing.
    get asRead() {
      return { state: seen.order.state, refundRev: seen.order.refundRev };
    },
    settleHold: (wallet: Wallet) => {
      if (verdict === 'capture') return captureHold(wallet, order._id, context.nowMs);
      return verdict === 'release' ? releaseHold(wallet, order._id, context.nowMs) : wallet;
    },
    isOnWallet: ({ kind }) => kind === SETTLE_WALLET || context.effects[kind] !== undefined,
    carry: (_, __, due) => (IN_TURN.has(due.kind) ? carryInTurn(context, seen, due) : carryOther(context, order, due)),
  };
}

/** What moves a refund or an exchange of the order itself. */
const IN_TURN: ReadonlySet<string> = new Set([REFUND, TAKE_FRESH]);

/** The order as this call knows it; what moves refunds and exchanges of one order is done one after the other. */
interface Seen {
  order: Order;
  turn: Promise<unknown>;
}

function carryInTurn(context: Context, seen: Seen, due: Effect): Promise<Carried> {
  const mine = seen.turn.then(async (): Promise<Carried> => {
    const changed = await (due.kind === REFUND
      ? requestRefund(context, seen.order, due.op)
      : takeFresh(context, seen.order, due));
    if (changed === 'redate') return 'redate';
    const { order, wrote } = changed;
    // Where another's change came between, what it added is not known to be done: then its moment must stay.
    if (wrote && order.refundRev === seen.order.refundRev + 1) seen.order = order;
    return 'done';
  });
  seen.turn = mine.catch(() => undefined);
  return mine;
}

/** The order's own marks by its state; all else by the room that owns the kind, which the order does not know. */
async function carryOther(context: Context, order: Order, due: Effect): Promise<Carried> {
  if (due.kind !== SETTLE_CELL) return carryByTable(context, { causeId: order._id, residentId: order.residentId }, due);
  const verdict = verdictOf(order.state);
  if (verdict === 'wait') return 'later';
  await (verdict === 'capture' ? capture : release)(context.db, due.target, due.op, due.at);
  return 'done';
}
