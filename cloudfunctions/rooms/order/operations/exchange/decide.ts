import type { ParsedInputOf } from '../../../../contract';
import { type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { StaffExchangeCard, staffOrderContract } from '../../contract';
import type { Exchange, Order } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { openedDraft } from '../../domain/refund/draft';
import type { RefundDecision } from '../refund/change';
import { openedBy } from '../refund/open';
import { nextNumber } from '../refund/records';
import { putBack, takeEffect } from './fresh';
import { canDrop, canMove, ended, moved } from './records';
import { doToExchange, type Found } from './staff-deed';

type Input = ParsedInputOf<(typeof staffOrderContract)['order.decideExchange']>;

const DECIDES = { agree: agreeing, decline: declining, money: paying } as const;
const LEADS_TO = { agree: 'agreed', decline: 'declined', money: 'refunded' } as const;

/**
 * Support agrees, and the fresh units are taken from the shelf; or declines, with words; or gives money instead, where there is
 * no stock or the fresh units are no good. EXCHANGE_STATE {state}: it has moved on.
 */
export function decideExchange(context: StaffContext, input: Input): Promise<Result<StaffExchangeCard>> {
  const { orderId, exchangeNumber, decision, answer, restock } = input;
  if (decision === 'decline' && !answer)
    return Promise.resolve(refuse('INVALID_INPUT', { field: 'answer', reason: 'words for the resident' }));
  const says = { decision, answer: answer ?? null, restock };
  const deed = { operation: 'order.decideExchange', orderId, exchangeNumber, says };
  return doToExchange(context, deed, (found) => {
    const { exchange } = found;
    if (wasDone(exchange, decision)) return { keep: true };
    if (!canMove(exchange, LEADS_TO[decision])) return refuse('EXCHANGE_STATE', { state: exchange.state });
    const answered = { ...exchange, answer: answer ?? exchange.answer };
    return DECIDES[decision]({ ...found, exchange: answered }, input);
  });
}

/** Agreed to, and nothing of it went wrong since; or ended this way. */
function wasDone({ state, timeline }: Exchange, decision: Input['decision']): boolean {
  if (decision !== 'agree') return state === LEADS_TO[decision];
  return timeline.agreed !== undefined && ['agreed', 'reserved', 'dispatched', 'handed-over', 'done'].includes(state);
}

function agreeing({ order, exchange, step }: Found, { exchangeNumber }: Input): RefundDecision {
  const agreed = { ...moved(exchange, 'agreed', step), agreedTimes: exchange.agreedTimes + 1 };
  const effects = takeEffect(order, exchangeNumber, agreed, step.atMs);
  return { write: { exchanges: { [exchangeNumber]: agreed }, effects } };
}

function declining({ order, exchange, step }: Found, { exchangeNumber, restock }: Input): RefundDecision {
  if (!canDrop(exchange, 'declined')) return refuse('EXCHANGE_GOODS_BACK', { bad: exchange.bad ?? null });
  const effects = restock ? putBack(order, exchangeNumber, 'fresh', step.atMs) : {};
  return { write: { exchanges: { [exchangeNumber]: ended(exchange, 'declined', { step, restock }) }, effects } };
}

/** Ends it and adds the refund of its units in one update. */
function paying(found: Found, { exchangeNumber, restock }: Input): RefundDecision {
  const { order, exchange, step, openChances } = found;
  const refundNumber = nextNumber(order);
  const exchanges = { [exchangeNumber]: { ...ended(exchange, 'refunded', { step, restock }), refundNumber } };
  const now: Order = { ...order, exchanges: { ...exchangesOf(order), ...exchanges } };
  const { reason, note, pictures, answer } = exchange;
  const lines = Object.entries(exchange.units).map(([lineId, units]) => ({ lineId, units }));
  const draft = openedDraft(now, { lines, reason });
  if (!draft.ok) return draft;
  const write = openedBy(now, { ...draft.data, note, pictures, answer }, { goodsFirst: false, step, openChances });
  const fresh = restock ? putBack(order, exchangeNumber, 'fresh', step.atMs) : {};
  return { write: { ...write, exchanges, effects: { ...write.effects, ...fresh } } };
}
