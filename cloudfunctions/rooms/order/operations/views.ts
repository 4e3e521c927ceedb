import type { StaffRole } from '../../../platform/context';
import { maskName, maskPhone } from '../../account';
import { shownQuote } from '../../settlement';
import type { CartLineView, OrderCard, OrderView, RefundView, StaffOrderCard } from '../contract';
import { type Order, type OrderedGood, orderNumber, type Refund } from '../document';
import { isOpenOrGivenBack } from '../domain/refund-states';
import { type OrderState, TRANSITIONS } from '../domain/states';

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
    paidLines: [],
    gifts: [],
    addOns: quote.addOns
      .filter(({ benefit }) => benefit.form !== 'gift')
      .map(({ title, benefit }) => ({ title, benefit })),
    afterSalesUntilMs: null,
    refunds: Object.entries(order.refunds).map(([refundNumber, refund]) => refundView(refundNumber, refund)),
  };
}

function refundView(
  refundNumber: string,
  { cause, state, atMs, amounts, reason, note, pictures, answer }: Refund,
): RefundView {
  const { amountFen, goodsFen, freightFen, deductedFen, pointsBack } = amounts;
  const none = { gifts: [], couponsBack: [], couponsKept: [], pointsTaken: 0, chancesTaken: 0, isLast: false };
  const sums = { ...none, amountFen, goodsFen, freightFen, deductedFen, pointsBack };
  const words = { reason, note, pictures, answer };
  return { refundNumber, cause, state, atMs, sums, lines: [], ...words, decideByMs: null, timeline: [], can: [] };
}

const HIDDEN: readonly OrderState[] = ['intent', 'closing'];

function timelineOf({ timeline }: Order): OrderView['timeline'] {
  return (Object.entries(timeline) as [OrderState, NonNullable<Order['timeline'][OrderState]>][])
    .filter(([state]) => !HIDDEN.includes(state))
    .map(([state, step]) => ({ state, ...step }))
    .sort((a, b) => a.atMs - b.atMs);
}

function actionsOf({ state, deadlineAt }: Order, nowMs: number): OrderView['can'] {
  if (state === 'placed') return nowMs < deadlineAt ? ['pay', 'cancel'] : ['cancel'];
  if (state === 'paid' || state === 'picked') return ['cancel'];
  return state === 'delivered' ? ['receive'] : [];
}

/** From payment on it is promised, from receipt on it is given. */
const REWARDED: readonly OrderState[] = ['placed', 'paid', 'picked', 'dispatched', 'delivered', 'received'];

function rewardsOf({ state, quote, chances }: Order): OrderView['rewards'] {
  if (!REWARDED.includes(state)) return null;
  return {
    points: quote.earns.points,
    chances: chances.reduce((sum, { chances: count }) => sum + count, 0),
    drawId: chances[0]?.drawId ?? null,
  };
}

/** Units that are in no refund are what goes into the bag. */
function packedLine(order: Order, good: OrderedGood): StaffOrderCard['lines'][number] {
  const { skuId, name, spec, quantity, picture, tint } = good;
  const refunds = Object.values(order.refunds).filter(({ state }) => isOpenOrGivenBack(state));
  const units = order.quote.lines
    .filter((line) => line.skuId === skuId)
    .map(({ lineId, quantity: bought }) => ({
      lineId,
      units: bought - refunds.reduce((sum, refund) => sum + (refund.units[lineId] ?? 0), 0),
    }));
  return { name, spec, quantity, picture, tint, units };
}

type StaffStep = StaffOrderCard['next'];
const STAFF_STEPS: readonly StaffStep[] = ['picked', 'dispatched', 'delivered'];

/** Who packs a bag or knocks at a door needs the name on it. */
const NAMING_ROLES: readonly StaffRole[] = ['shop', 'courier'];

/**
 * For the board: the phone number is masked, it is shown to the courier at the door alone; the name too, for roles that do
 * not deliver.
 */
export function staffCard(order: Order, roles: readonly StaffRole[]): StaffOrderCard {
  const { estateName, building, room, contactName, phone } = order.address;
  return {
    ...orderCard(order),
    estateName,
    building,
    room,
    contactName: roles.some((role) => NAMING_ROLES.includes(role)) ? contactName : maskName(contactName),
    maskedPhone: maskPhone(phone),
    lines: order.goods.map((good) => packedLine(order, good)),
    isExpress: order.deliveryKind === 'express',
    note: order.note,
    gifts: [],
    hasOpenRefund: order.refundTab !== 'none',
    next: STAFF_STEPS.find((step) => step !== null && TRANSITIONS[order.state].includes(step)) ?? null,
  };
}
