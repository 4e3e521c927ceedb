import { type MessageFacts, type MessageKind, messageId } from '../../../../kernel/messages';
import type { Order } from '../../document';
import { type Effects, effect } from './kinds';

/** Sent by the notice room where the resident agreed to it, each at most once: its id is the effect's op. */
const SEND = 'notice.send';

function message<K extends MessageKind>(
  { residentId }: Order,
  kind: K,
  about: string,
  facts: MessageFacts[K],
  nowMs: number,
): Effects {
  const id = messageId(kind, residentId, about);
  return { [id]: effect(SEND, id, id, nowMs, { facts }) };
}

/** The order has left the shop. */
export function tellOnItsWay(order: Order, nowMs: number): Effects {
  const { _id, number, goods } = order;
  const [first] = goods;
  const others = goods.length > 1 ? `等 ${goods.length} 样` : '';
  const facts = { goods: `${first?.name ?? ''}${others}`, number };
  return message(order, 'order-on-its-way', _id, facts, nowMs);
}

/** The bank says that the money is there. */
export function tellRefunded(order: Order, refundNumber: string, nowMs: number): Effects {
  const amountFen = order.refunds[refundNumber]?.amounts.amountFen ?? 0;
  return message(order, 'refund-arrived', refundNumber, { number: order.number, amountFen, atMs: nowMs }, nowMs);
}
