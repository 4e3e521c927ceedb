import type { OutputOf, ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import type { SupportOrderView, staffOrderContract } from '../contract';
import { type Order, orderNumber } from '../document';
import { exchangesOf } from '../domain/exchange/record';
import { unitsLeft } from '../domain/refund/units';
import { causeIn } from '../domain/refund/way';
import { ordersByNumber } from '../store';
import { paidLinesOf } from './bought';
import { exchangeCard } from './exchange/staff-cards';
import { refundCard } from './refund/staff-cards';
import { goodOf } from './refund/sums';
import { shownContact } from './staff-card';
import { orderCard } from './views';

type Contract = (typeof staffOrderContract)['order.find'];

/** What somebody at the counter or on the phone reads out. 1 round trip. */
export async function find(
  context: StaffContext,
  { number }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const orders = await ordersByNumber(context.db, number);
  return ok({ rows: orders.map((order) => supportView(order, context)) });
}

function supportView(order: Order, context: StaffContext): SupportOrderView {
  const canOpen = causeIn(order.state) === 'after-sales' && Object.keys(unitsLeft(order)).length > 0;
  return {
    ...orderCard(order),
    ...shownContact(order, context.roles),
    number: orderNumber(order),
    receivedAtMs: order.timeline.received?.atMs ?? null,
    lines: paidLinesOf(order).map((line) => ({ ...line, good: goodOf(order, line.lineId) })),
    refunds: Object.keys(order.refunds).map((refundNumber) => refundCard(order, refundNumber, context)),
    exchanges: Object.keys(exchangesOf(order)).map((exchangeNumber) => exchangeCard(order, exchangeNumber, context)),
    can: canOpen ? ['open-refund'] : [],
  };
}
