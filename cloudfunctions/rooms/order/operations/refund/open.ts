import type { ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import { readWallet } from '../../../../platform/holds/wallets';
import type { Call } from '../../../../platform/room';
import { logStaffAction } from '../../../../platform/staff';
import type { OpenedRefundPreview, StaffRefundCard, staffOrderContract } from '../../contract';
import type { Order, Refund, Step } from '../../document';
import { type Draft, openedDraft } from '../../domain/refund/draft';
import { paidBy } from '../../domain/refund/platform';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { writeOf } from './ask';
import { changeRefunds, type RefundDecision } from './change';
import { fingerprint } from './preview';
import { foundBy, newRefund, nextNumber, payable } from './records';
import { refundCard } from './staff-cards';
import { linesOf, openChancesOf, sumsOf } from './sums';

type Contract = typeof staffOrderContract;
type Input = ParsedInputOf<Contract['order.openRefund']>;
type Wish = ParsedInputOf<Contract['order.previewRefund']>;

/** What support's refund of these units would give back and take back, and how it would be paid. */
export async function previewOpened(context: StaffContext, wish: Wish): Promise<Result<OpenedRefundPreview>> {
  const found = await soldOrder(context, wish.orderId);
  if (!found.ok) return found;
  const { order, openChances } = found.data;
  const draft = openedDraft(order, wish);
  return draft.ok ? ok(previewOf(order, draft.data, { nowMs: context.nowMs, openChances })) : draft;
}

/**
 * Opens what the resident cannot ask for any more: after the window of after-sales, past the number of refunds that residents
 * have, and past the 365 days of WeChat Pay. What that pays back no more waits for a person's transfer, which `order.mendRefund`
 * records. The same path from there on as any refund. REFUND_CHANGED {fresh}: it would bring something else by now.
 */
export async function openRefund(context: StaffContext, input: Input, call: Call): Promise<Result<StaffRefundCard>> {
  const found = await soldOrder(context, input.orderId);
  if (!found.ok) return found;
  const { order, openChances } = found.data;
  const asked = { key: hashOf(context.staffId, call.requestKey), inputHash: call.inputHash };
  const decide = (now: Order) => opening(context, now, input, { asked, openChances });
  if ('write' in decide(order)) await logOpening(context, input);
  const changed = await changeRefunds(context, order, decide);
  if (!changed.ok) return changed;
  const { order: now, wrote } = changed.data;
  const [refundNumber] = foundBy(now, asked.key) ?? [];
  if (!refundNumber) throw new Error(`order ${now._id} lost its refund`);
  if (wrote) await carryOutEffects(context, now);
  const shown = wrote ? ((await findOrder(context.db, now._id)) ?? now) : now;
  return ok(refundCard(shown, refundNumber, context));
}

interface Facts {
  readonly asked: NonNullable<Refund['asked']>;
  readonly openChances: number;
}

function opening(context: StaffContext, order: Order, input: Input, { asked, openChances }: Facts): RefundDecision {
  const [, known] = foundBy(order, asked.key) ?? [];
  if (known) return known.asked?.inputHash === asked.inputHash ? { keep: true } : refuse('REQUEST_KEY_REUSED');
  const { nowMs } = context;
  const draft = openedDraft(order, input);
  if (!draft.ok) return draft;
  const preview = previewOf(order, draft.data, { nowMs, openChances });
  if (preview.expected !== input.expected) return refuse('REFUND_CHANGED', { fresh: preview });
  const step: Step = { atMs: nowMs, by: 'staff', who: context.staffName };
  const drafted = { ...draft.data, answer: input.answer, asked };
  return { write: openedBy(order, drafted, { goodsFirst: input.goodsFirst, step, openChances }) };
}

interface Opening {
  readonly goodsFirst: boolean;
  readonly step: Step;
  readonly openChances: number;
}

/** The update that adds a refund which support has decided already. */
export function openedBy(
  order: Order,
  drafted: Draft & Partial<Pick<Refund, 'answer' | 'asked' | 'note' | 'pictures'>>,
  { goodsFirst, step, openChances }: Opening,
) {
  const refund = newRefund(drafted, goodsFirst ? 'goods-to-come' : 'due', step);
  const owed = goodsFirst ? refund : payable(order, nextNumber(order), refund, step);
  return writeOf(order, owed, { step, byShop: false, openChances });
}

function previewOf(
  order: Order,
  draft: Draft,
  { nowMs, openChances }: { readonly nowMs: number; readonly openChances: number },
): OpenedRefundPreview {
  const sums = sumsOf(order, draft, openChances);
  const by = paidBy(order, { refundNumber: nextNumber(order), refund: draft }, nowMs);
  return { sums, lines: linesOf(order, draft), paidBy: by, expected: fingerprint(draft, sums, by) };
}

async function soldOrder(
  context: StaffContext,
  orderId: string,
): Promise<Result<{ readonly order: Order; readonly openChances: number }>> {
  const order = await findOrder(context.db, orderId);
  if (!order || order.tab === 'none') return refuse('ORDER_UNKNOWN', { field: 'orderId' });
  return ok({ order, openChances: openChancesOf(await readWallet(context.db, order.residentId), orderId) });
}

const logOpening = (context: StaffContext, { orderId, lines, reason, answer, goodsFirst }: Input): Promise<void> =>
  logStaffAction(context, {
    operation: 'order.openRefund',
    target: orderId,
    before: null,
    after: { lines, reason, answer, goodsFirst },
  });
