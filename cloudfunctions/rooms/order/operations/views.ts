import { pointsEarned, shownQuote } from '../../settlement';
import type { CartLineView, OrderCard, OrderView } from '../contract';
import { type Order, type OrderedGood, orderNumber } from '../document';
import { canExchange } from '../domain/exchange/draft';
import { freshWindowMs } from '../domain/exchange/window';
import { afterSalesUntilMs, canAsk, unitsToAsk } from '../domain/refund/draft';
import { earningLeftFen } from '../domain/refund/earned';
import { givenRefunds, isNothingKept } from '../domain/refund/units';
import type { OrderState } from '../domain/states';
import { giftViews, paidLinesOf } from './bought';
import { exchangeViews } from './exchange/view';
import { putInPrizes } from './put-in-prizes';
import { refundViews } from './refund/view';

export function orderCard(order: Order): OrderCard {
  const { _id: orderId, state, at: atMs, payableFen, goods, deadlineAt: deadlineAtMs } = order;
  const itemCount = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  const pictures = goods.map(({ picture, tint, name }) => ({ picture, tint, name }));
  return { orderId, state, atMs, payableFen, itemCount, pictures, deadlineAtMs };
}

const lineView = (good: OrderedGood): CartLineView => ({
  ...good,
  selected: true,
  stockLeft: good.quantity,
  trouble: null,
});

export function orderView(order: Order, nowMs: number): OrderView {
  const { quote, goods, address, note } = order;
  const { estateName, building, room, contactName, phone } = address;
  return {
    ...orderCard(order),
    number: orderNumber(order),
    quote: shownQuote(quote),
    lines: goods.map(lineView),
    address: { estateName, building, room, contactName, phone },
    note,
    timeline: timelineOf(order),
    can: actionsOf(order, nowMs),
    rewards: rewardsOf(order),
    paidLines: paidLinesOf(order, unitsToAsk(order, nowMs)),
    gifts: giftViews(order),
    prizes: putInPrizes(order),
    addOns: quote.addOns
      .filter(({ benefit }) => benefit.form !== 'gift')
      .map(({ title, benefit }) => ({ title, benefit })),
    afterSalesUntilMs: openUntilMs(order, nowMs),
    refunds: refundViews(order),
    exchanges: exchangeViews(order),
  };
}

const HIDDEN: readonly OrderState[] = ['intent', 'closing'];

function timelineOf({ timeline }: Order): OrderView['timeline'] {
  return (Object.entries(timeline) as [OrderState, NonNullable<Order['timeline'][OrderState]>][])
    .filter(([state]) => !HIDDEN.includes(state))
    .map(([state, step]) => ({ state, ...step }))
    .sort((a, b) => a.atMs - b.atMs);
}

function actionsOf(order: Order, nowMs: number): OrderView['can'] {
  const { state, deadlineAt } = order;
  if (state === 'placed') return nowMs < deadlineAt ? ['pay', 'cancel'] : ['cancel'];
  const refund = canAsk(order, nowMs) ? (['refund'] as const) : [];
  if (state === 'paid' || state === 'picked') return ['cancel', ...refund];
  const exchange = canExchange(order, nowMs) ? (['exchange'] as const) : [];
  return state === 'delivered' ? ['receive', ...refund, ...exchange] : [...refund, ...exchange];
}

function openUntilMs(order: Order, nowMs: number): number | null {
  const ends = [afterSalesUntilMs(order), freshWindowMs(order, nowMs)].flatMap((untilMs) => untilMs ?? []);
  const untilMs = Math.max(0, ...ends);
  return nowMs < untilMs ? untilMs : null;
}

/** From payment on it is promised, from receipt on it is given. */
const REWARDED: readonly OrderState[] = ['placed', 'paid', 'picked', 'dispatched', 'delivered', 'received'];

/** Of what is still paid: refunds before receipt earn nothing, later ones take back. */
function rewardsOf(order: Order): OrderView['rewards'] {
  const { state, quote, chances, pointsRateBps } = order;
  if (!REWARDED.includes(state)) return null;
  const given = givenRefunds(order);
  const earned = (refunds: typeof given) => pointsEarned(earningLeftFen(order, refunds), pointsRateBps);
  const isNothing = isNothingKept(order, given);
  return {
    points: isNothing ? 0 : quote.earns.points - earned([]) + earned(given),
    chances: isNothing ? 0 : chances.reduce((sum, { chances: count }) => sum + count, 0),
    drawId: chances[0]?.drawId ?? null,
  };
}
