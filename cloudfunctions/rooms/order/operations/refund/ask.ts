import type { OutputOf, ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import { readWallet } from '../../../../platform/holds/wallets';
import type { Call } from '../../../../platform/room';
import { environmentId } from '../../../../platform/wechat/account';
import type { orderContract } from '../../contract';
import type { Order, Refund, Step } from '../../document';
import { type Draft, draftOf } from '../../domain/refund/draft';
import { refusalByPictures } from '../../domain/refund/pictures';
import { isGivenBack } from '../../domain/refund-states';
import { TAB_OF } from '../../domain/states';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { owe } from '../effects/returns';
import { ownOrder } from '../own-order';
import { orderView } from '../views';
import { changeRefunds, type RefundDecision, type RefundWrite } from './change';
import { previewOf } from './preview';
import { cancelRefundNumber, foundBy, newRefund, nextNumber } from './records';
import { openChancesOf } from './sums';

type Contract = (typeof orderContract)['order.askRefund'];
type Input = ParsedInputOf<Contract>;
type Reply = OutputOf<Contract>;

/**
 * Asks for units back. Before dispatch they are cancelled at once; later it is instant, waits for the goods, or support
 * decides. `REFUND_CHANGED` {fresh}: it would bring something else by now than the resident agreed to. The same key finds
 * the refund that it made, in whatever state that is by then.
 */
export async function askRefund(context: ResidentContext, input: Input, call: Call): Promise<Result<Reply>> {
  const [own, wallet] = await Promise.all([
    ownOrder(context, input.orderId),
    readWallet(context.db, context.residentId),
  ]);
  if (!own.ok) return own;
  const asked = { key: hashOf(context.residentId, call.requestKey), inputHash: call.inputHash };
  const openChances = openChancesOf(wallet, input.orderId);
  const changed = await changeRefunds(context, own.data, (order) => {
    const [, known] = foundBy(order, asked.key) ?? [];
    if (known) return known.asked?.inputHash === asked.inputHash ? { keep: true } : refuse('REQUEST_KEY_REUSED');
    return decide(context, order, input, { asked, openChances });
  });
  if (!changed.ok) return changed;
  const { order, wrote } = changed.data;
  const [refundNumber, refund] = foundBy(order, asked.key) ?? [];
  if (!refundNumber || !refund) throw new Error(`order ${order._id} lost its refund`);
  if (wrote && refund.state === 'due') await carryOutEffects(context, order);
  const now = wrote && refund.state === 'due' ? ((await findOrder(context.db, order._id)) ?? order) : order;
  return ok({ refundNumber, order: orderView(now, context.nowMs) });
}

interface Facts {
  readonly asked: NonNullable<Refund['asked']>;
  readonly openChances: number;
}

function decide(context: ResidentContext, order: Order, input: Input, { asked, openChances }: Facts): RefundDecision {
  const { nowMs } = context;
  const draft = draftOf(order, { lines: input.lines, reason: input.reason }, nowMs);
  if (!draft.ok) return draft;
  const refusal = refusalByPictures(order, input.pictures, environmentId());
  if (refusal) return refusal;
  const hasPictures = input.pictures.length > 0;
  const preview = previewOf(order, draft.data, { nowMs, openChances, hasPictures });
  if (preview.expected !== input.expected) return refuse('REFUND_CHANGED', { fresh: preview });
  const states = { instant: 'due', review: 'asked', 'goods-first': 'goods-to-come' } as const;
  const step: Step = { atMs: nowMs, by: 'resident', who: null };
  const { note = '', pictures } = input;
  const refund = newRefund({ ...draft.data, note, pictures, asked }, states[preview.way], step);
  return { write: writeOf(order, refund, { step, byShop: false, openChances }) };
}

export interface Starting {
  readonly step: Step;
  readonly byShop: boolean;
  readonly openChances: number;
}

/** The update that adds a refund: with all that it owes where it is owed at once, and with the end of the order where it takes the last. */
export function writeOf(order: Order, refund: Refund, { step, byShop, openChances }: Starting): RefundWrite {
  const refundNumber = numberFor(order, refund);
  if (!isGivenBack(refund.state)) return { refunds: { [refundNumber]: refund } };
  const isCancel = refund.cause === 'cancel';
  const owing = { nowMs: step.atMs, byShop: isCancel && byShop, restock: false, openChances };
  const { refund: owed, effects } = owe(order, refundNumber, refund, owing);
  return {
    refunds: { [refundNumber]: owed },
    effects,
    ...(isCancel ? { more: { state: 'cancelled', tab: TAB_OF.cancelled, timeline: { cancelled: step } } } : {}),
  };
}

const numberFor = (order: Order, { cause }: Pick<Draft, 'cause'>): string =>
  cause === 'cancel' ? cancelRefundNumber(order._id) : nextNumber(order);
