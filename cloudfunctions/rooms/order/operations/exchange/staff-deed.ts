import { ok, type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { Json } from '../../../../platform/db';
import { readWallet } from '../../../../platform/holds/wallets';
import { logStaffAction } from '../../../../platform/staff';
import type { StaffExchangeCard } from '../../contract';
import type { Exchange, Order, Step } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { changeRefunds, type RefundDecision } from '../refund/change';
import { openChancesOf } from '../refund/sums';
import { exchangeCard } from './staff-cards';

export interface Found {
  readonly order: Order;
  readonly exchange: Exchange;
  readonly step: Step;
  /** Chances of the order that nobody used yet: money instead may take them back. */
  readonly openChances: number;
}

export interface Deed {
  readonly operation: string;
  readonly orderId: string;
  readonly exchangeNumber: string;
  /** What staff says, for the log. */
  readonly says: { readonly [field: string]: Json };
}

/** What staff does to one exchange: read, decided, logged with before and after, written, carried out. EXCHANGE_UNKNOWN: there is none. */
export async function doToExchange(
  context: StaffContext,
  { operation, orderId, exchangeNumber, says }: Deed,
  decide: (found: Found) => RefundDecision,
): Promise<Result<StaffExchangeCard>> {
  const unknown = refuse('EXCHANGE_UNKNOWN', { field: 'exchangeNumber' });
  const order = await findOrder(context.db, orderId);
  const known = order && exchangesOf(order)[exchangeNumber];
  if (!order || !known) return unknown;
  const openChances = openChancesOf(await readWallet(context.db, order.residentId), orderId);
  const step: Step = { atMs: context.nowMs, by: 'staff', who: context.staffName };
  const decideFor = (now: Order): RefundDecision => {
    const exchange = exchangesOf(now)[exchangeNumber];
    return exchange ? decide({ order: now, exchange, step, openChances }) : unknown;
  };
  const first = decideFor(order);
  if ('write' in first) {
    const state = first.write.exchanges?.[exchangeNumber]?.state ?? null;
    const before = { exchangeNumber, state: known.state };
    await logStaffAction(context, { operation, target: orderId, before, after: { ...says, exchangeNumber, state } });
  }
  const changed = await changeRefunds(context, order, decideFor);
  if (!changed.ok) return changed;
  const { order: now, wrote } = changed.data;
  const isOwing = now.effectsDueAt !== undefined && now.effectsDueAt <= context.nowMs;
  if (wrote && isOwing) await carryOutEffects(context, now);
  const shown = wrote ? ((await findOrder(context.db, orderId)) ?? now) : now;
  return ok(exchangeCard(shown, exchangeNumber, context));
}
