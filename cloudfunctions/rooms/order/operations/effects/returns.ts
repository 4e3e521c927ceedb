import type { Quantities } from '../../../../kernel/cell';
import type { Coupon, Reserve } from '../../../../kernel/coupon';
import type { Json } from '../../../../platform/db';
import { lotsToReturn } from '../../../loyalty';
import type { Order, Refund } from '../../document';
import { addOnPoints, pointsTaken } from '../../domain/refund/earned';
import { giftsToCredit } from '../../domain/refund/gifts';
import { givenRefunds, isNothingKept } from '../../domain/refund/units';
import { addOnRevokes } from './add-on-rewards';
import { cellReturns } from './cell-returns';
import { CREDIT_CELL, type Effects, effect, REFUND, RETURN } from './kinds';
import { undoneEffects } from './merchants';
import { chanceRevokes } from './order-chances';
import { prizesComeBack } from './prizes';
import { wholeRefundTold } from './referral';

export interface Owing {
  readonly nowMs: number;
  /** The shop cancelled the whole order: the first-order right comes back too. */
  readonly byShop: boolean;
  /** Goods that came back are put on the shelf. */
  readonly restock: boolean;
  /** Open chances of the order, as far as is known; what is taken in the end is the wallet's to say. */
  readonly openChances: number;
}

export interface Owed {
  readonly refund: Refund;
  readonly effects: Effects;
}

/** `r1`, `cancel`, `late`: what tells the refunds of one order apart. */
export const shortOf = (refundNumber: string): string => refundNumber.slice(refundNumber.indexOf('-') + 1);

/**
 * All that becomes owed with a refund, for the one update that makes it due: money, points, coupons, chances, goods, budget,
 * merchants' shares.
 * `order` does not have this refund as given back yet.
 */
export function owe(order: Order, refundNumber: string, refund: Refund, owing: Owing): Owed {
  const before = givenRefunds({ refunds: { ...order.refunds, [refundNumber]: { ...refund, state: 'declined' } } });
  const hasUnits = Object.keys(refund.units).length > 0;
  const isLast = hasUnits && isNothingKept(order, [...before, refund]);
  const isReceived = order.state === 'received';
  const taken = isReceived ? pointsTaken(order, before, refund) : 0;
  const rest = isLast && isReceived ? { points: addOnPoints(order), chances: owing.openChances } : NOTHING;
  const creditedGifts = giftsToCredit(before, refund);
  const owed = {
    ...{ ...refund, pointsTaken: taken + rest.points, isLast, chancesTaken: rest.chances },
    ...(Object.keys(creditedGifts).length > 0 ? { creditedGifts } : {}),
  };
  const facts: Facts = { order, short: shortOf(refundNumber), refund: owed, before, isLast, ...owing };
  return {
    refund: owed,
    effects: {
      // What a person transfers is not asked of the pay platform.
      ...(refund.state === 'due' ? moneyEffect(order, refundNumber, 1, owing.nowMs) : {}),
      ...(hasUnits || refund.amounts.pointsBack > 0 ? walletEffects(facts) : {}),
      ...(hasUnits ? { ...cellEffects(facts), ...undoneEffects(order, facts) } : {}),
      ...(wasRewarded(order) ? takingBack(facts, taken) : {}),
    },
  };
}

/** Receipt booked points and spend: not where all of the order had gone back by then. */
const wasRewarded = ({ state, effects }: Order): boolean => state === 'received' && effects.earn !== undefined;

const NOTHING = { points: 0, chances: 0 };

/** `asking`: 1, and one more each time that it is asked for again after it ended badly. */
export const moneyEffect = (order: Order, refundNumber: string, asking: number, nowMs: number): Effects => ({
  [`money_${shortOf(refundNumber)}_${asking}`]: effect(REFUND, order._id, refundNumber, nowMs),
});

interface Facts extends Owing {
  readonly order: Order;
  readonly short: string;
  readonly refund: Refund;
  readonly before: readonly Refund[];
  readonly isLast: boolean;
}

/** Points lot by lot, and the coupons with the last unit. */
function walletEffects({ order, short, refund, before, isLast, byShop, nowMs }: Facts): Effects {
  const held = order.heldInWallet;
  if (!held) return {};
  const pointsBefore = before.reduce((sum, { amounts }) => sum + amounts.pointsBack, 0);
  const pointsByLot = lotsToReturn(held, pointsBefore, refund.amounts.pointsBack);
  const coupons = isLast ? couponsBack(order) : {};
  const prizes = isLast && prizesComeBack(order);
  if (Object.keys({ ...pointsByLot, ...coupons }).length === 0 && !byShop && !prizes) return {};
  const lots = Object.fromEntries(Object.entries(held.lots).filter(([lotId]) => lotId in pointsByLot));
  const rights = { firstOrder: held.firstOrder, byShop, ...(prizes ? { prizes } : {}) };
  const data = { coupons, pointsByLot, lots, ...rights } as unknown as Json;
  return { [`ret_${short}_w`]: effect(RETURN, order.residentId, `ret_${order._id}_${short}`, nowMs, data) };
}

/** After receipt, when their unused reserve was freed, they carry what is still booked for them. */
export function couponsBack(order: Order): { readonly [couponId: string]: Coupon } {
  const coupons = order.heldInWallet?.coupons ?? {};
  if (order.state !== 'received') return coupons;
  return Object.fromEntries(
    Object.entries(coupons).map(([couponId, { reserve, ...coupon }]) => {
      const booked = reserve && bookedOf(order, couponId, reserve);
      return [couponId, booked ? { ...coupon, reserve: booked } : coupon];
    }),
  );
}

function bookedOf(order: Order, couponId: string, reserve: Reserve): Reserve {
  const usedFen = couponUsedFen(order, couponId);
  const q: Quantities = Object.fromEntries(
    Object.entries(reserve.q).map(([key, fen]) => [key, Math.min(fen, usedFen)] as const),
  );
  return { ...reserve, q };
}

/** What the coupon took off this order. */
export const couponUsedFen = (order: Pick<Order, 'quote'>, couponId: string): number =>
  order.quote.adjustments
    .filter((adjustment) => adjustment.couponId === couponId)
    .reduce((sum, { amountFen }) => sum - amountFen, 0);

/** One credit a cell: units to the shelf, money to the budget. */
function cellEffects({ order, short, refund, before, isLast, restock, nowMs }: Facts): Effects {
  const returns = cellReturns(order, { refund, before, isLast, restock });
  return Object.fromEntries(
    [...returns].map(([cellId, q], index) => [
      `ret_${short}_${index}`,
      effect(CREDIT_CELL, cellId, `ret_${order._id}_${short}`, nowMs, { q }),
    ]),
  );
}

/** What receipt brought: points and spend for the refunded part, chances and what add-ons gave with the last unit. */
function takingBack({ order, short, refund, isLast, nowMs }: Facts, points: number): Effects {
  const { _id: orderId, residentId } = order;
  const receivedAtMs = order.timeline.received?.atMs ?? nowMs;
  const data = { orderId, points, paidFen: refund.amounts.amountFen, orders: isLast ? 1 : 0, receivedAtMs };
  const taken = { [`back_${short}`]: effect('loyalty.takeBack', residentId, `back_${orderId}_${short}`, nowMs, data) };
  if (!isLast) return taken;
  const undone = { ...chanceRevokes(order, nowMs), ...addOnRevokes(order, nowMs) };
  return { ...taken, ...undone, ...wholeRefundTold(order, refund, nowMs) };
}
