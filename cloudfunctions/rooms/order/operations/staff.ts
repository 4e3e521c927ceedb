import { PAGE_ROWS, type Page, type ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import type { StaffOrderCard, staffOrderContract } from '../contract';
import { AUTO_RECEIVE_MS, type Order } from '../document';
import { hasOpenExchange } from '../domain/exchange/open';
import { hasOpenRefund } from '../domain/refund/desk';
import { isPast } from '../domain/states';
import { countByState, findOrder, type OrderPatch, pageOfBoard } from '../store';
import { carryOutEffects } from './effects/carry-out';
import { tellOnItsWay } from './effects/messages';
import { bringing, carriedPrizes, logBrought } from './effects/prizes';
import { type Move, moveOrder } from './move';
import { pageOf, readCursor } from './paging';
import { staffCard } from './staff-card';

type BoardInput = ParsedInputOf<(typeof staffOrderContract)['order.board']>;
type Board = Page<StaffOrderCard> & { readonly counts: Readonly<Record<string, number>> };

const ON_THE_BOARD = ['paid', 'picked', 'dispatched', 'delivered'] as const;

/** Oldest first: who has waited longest is next. */
export async function board(
  { db, roles }: StaffContext,
  { state, estateId, cursor }: BoardInput,
): Promise<Result<Board>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, ...counts] = await Promise.all([
    pageOfBoard(db, { state, estateId }, after.data, PAGE_ROWS + 1),
    ...ON_THE_BOARD.map((one) => countByState(db, one, estateId)),
  ]);
  return ok({
    ...pageOf(rows, (order) => staffCard(order, roles)),
    counts: Object.fromEntries(ON_THE_BOARD.map((one, index) => [one, counts[index] ?? 0])),
  });
}

type MoveInput = ParsedInputOf<(typeof staffOrderContract)['order.move']>;

/** One step along paid → picked → dispatched → delivered. Repeating a step that was done is no error. */
export async function move(context: StaffContext, { orderId, to }: MoveInput): Promise<Result<StaffOrderCard>> {
  const order = await findOrder(context.db, orderId);
  if (!order || order.tab === 'none') return refuse('ORDER_UNKNOWN');
  const step = { to, by: 'staff', who: context.staffName } as const;
  const { moved, order: now } = await moveOrder(context, order, { ...step, ...alongWith(order, to, context.nowMs) });
  if (moved) {
    if (to === 'dispatched') await carryOutEffects(context, now);
    const change = { before: { state: order.state }, after: { state: to } };
    await logStaffAction(context, { operation: 'order.move', target: orderId, ...change });
    if (to === 'delivered' && carriedPrizes(now).length > 0) await broughtPrizes(context, now);
  }
  return isPast(now.state, to) ? ok(staffCard(now, context.roles)) : refuse('ORDER_STATE', { state: now.state, to });
}

/** What the step's own update writes besides. */
function alongWith(order: Order, to: MoveInput['to'], nowMs: number): Pick<Move, 'patch' | 'patchBy'> {
  if (to === 'delivered') return { patchBy: (as) => delivering(as, nowMs) };
  return to === 'dispatched' ? { patch: { effects: tellOnItsWay(order, nowMs), effectsDueAt: nowMs } } : {};
}

async function broughtPrizes(context: StaffContext, order: Order): Promise<void> {
  await Promise.all([carryOutEffects(context, order), logBrought(context, order)]);
}

const delivering = (order: Order, nowMs: number): OrderPatch => ({
  ...selfReceiptFrom(order, nowMs),
  ...bringing(order, nowMs),
});

/** The 3 days run from delivery, or stand still where a refund was asked for on the way. */
const selfReceiptFrom = (order: Order, nowMs: number): OrderPatch =>
  hasOpenRefund(order.refunds) || hasOpenExchange(order)
    ? { autoReceiveLeftMs: AUTO_RECEIVE_MS }
    : { autoReceiveAt: nowMs + AUTO_RECEIVE_MS };
