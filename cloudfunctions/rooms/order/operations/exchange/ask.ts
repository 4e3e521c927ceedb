import type { OutputOf, ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { Call } from '../../../../platform/room';
import { environmentId } from '../../../../platform/wechat/account';
import type { orderContract } from '../../contract';
import type { Exchange, Order, Step } from '../../document';
import { refusalOfExchange } from '../../domain/exchange/draft';
import { refusalByPictures } from '../../domain/refund/pictures';
import { ownOrder } from '../own-order';
import { changeRefunds, type RefundDecision } from '../refund/change';
import { exchangeBy, nextExchange } from './records';

type Contract = (typeof orderContract)['order.askExchange'];
type Input = ParsedInputOf<Contract>;

/** Asks for the same goods instead of bad ones; support decides. The same key finds the exchange that it made. */
export async function askExchange(
  context: ResidentContext,
  input: Input,
  call: Call,
): Promise<Result<OutputOf<Contract>>> {
  const own = await ownOrder(context, input.orderId);
  if (!own.ok) return own;
  const asked = { key: hashOf(context.residentId, call.requestKey), inputHash: call.inputHash };
  const changed = await changeRefunds(context, own.data, (order) => asking(context, order, input, asked));
  if (!changed.ok) return changed;
  const { order } = changed.data;
  const [exchangeNumber] = exchangeBy(order, asked.key) ?? [];
  if (!exchangeNumber) throw new Error(`order ${order._id} lost its exchange`);
  return ok({ exchangeNumber });
}

function asking(
  { nowMs }: ResidentContext,
  order: Order,
  { lines, reason, note = '', pictures }: Input,
  asked: Exchange['asked'],
): RefundDecision {
  const [, known] = exchangeBy(order, asked.key) ?? [];
  if (known) return known.asked.inputHash === asked.inputHash ? { keep: true } : refuse('REQUEST_KEY_REUSED');
  const refusal = refusalOfExchange(order, lines, nowMs) ?? refusalByPictures(order, pictures, environmentId());
  if (refusal) return refusal;
  const step: Step = { atMs: nowMs, by: 'resident', who: null };
  const exchange: Exchange = {
    ...{ state: 'asked', atMs: nowMs, reason, note, pictures, answer: null, timeline: { asked: step } },
    units: Object.fromEntries(lines.map(({ lineId, units }) => [lineId, units])),
    ...{ asked, agreedTimes: 0 },
  };
  return { write: { exchanges: { [nextExchange(order)]: exchange } } };
}
