import type { StaffExchangeCard } from '@rooms/order/contract';
import { staff } from '@/services/doors';
import type { Reply } from '@/services/reply';
import { toast } from '@/services/toast';
import { exchangeWords as words } from '@/text/areas/exchange';
import { toastRefusal } from '@/text/trouble';

export type Choice = 'agree' | 'money' | 'decline';
export type Bad = keyof typeof words.goodsChoices;
type Which = Pick<StaffExchangeCard, 'orderId' | 'exchangeNumber'>;

const named = ({ orderId, exchangeNumber }: Which) => ({ orderId, exchangeNumber });

/** Done or refused has been said; either way the list is due for a fresh look. @throws NetworkError */
function say(reply: Reply<unknown>, done: string): void {
  if (reply.ok) toast(done);
  else toastRefusal(reply);
}

export interface Decided {
  readonly answer: string;
  /** What was set aside can be sold. */
  readonly restock: boolean;
}

/** Agreeing may find that there is none on the shelf, or not know yet: that is said too. */
export async function decideExchange(card: Which, decision: Choice, { answer, restock }: Decided): Promise<void> {
  const written = answer.trim();
  const input = { ...named(card), decision, restock, ...(written ? { answer: written } : {}) };
  const reply = await staff.call('order.decideExchange', input);
  const state = reply.ok ? reply.data.state : null;
  const taking = state === 'agreed' ? words.taking : words.decided[decision];
  say(reply, state === 'no-stock' ? words.noStock : taking);
}

export async function moveExchange(card: Which, step: 'dispatch' | 'hand-over'): Promise<void> {
  const to = step === 'dispatch' ? 'dispatched' : 'handed-over';
  const reply = await staff.call('order.moveExchange', { ...named(card), to });
  say(reply, step === 'dispatch' ? words.dispatched : words.handedOver);
}

export async function sayBad(card: Which, bad: Bad): Promise<void> {
  say(await staff.call('order.exchangeGoods', { ...named(card), bad }), words.goodsDone);
}
