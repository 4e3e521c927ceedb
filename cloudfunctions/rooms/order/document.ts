import type { Quantities } from '../../kernel/cell';
import type { Coupon, CouponPromise } from '../../kernel/coupon';
import type { CarriedPrize } from '../../kernel/prizes';
import type { WalletHold } from '../../kernel/wallet';
import type { Effect } from '../../platform/effects';
import type { Attribution } from '../account';
import type { Quote } from '../settlement';
import type { Exchanges } from './domain/exchange/record';
import type { Refunds, Step } from './domain/refund/record';
import type { OrderState, OrderTab } from './domain/states';

export type { BadUnits, Exchange, Exchanges, FreshUnits } from './domain/exchange/record';
export type { Refund, RefundAmounts, Refunds, Step } from './domain/refund/record';

/** What an order wants from one set of cells; a shelf is usually one cell. */
export interface Want {
  /** Any of these may give it, together if one is not enough. */
  readonly cellIds: readonly string[];
  readonly q: Quantities;
  readonly of: 'stock' | 'budget';
}

/** What a cell gave. */
export interface CellHold {
  readonly cellId: string;
  readonly q: Quantities;
}

/** What the order wants from the resident's wallet. */
export interface WalletWant {
  readonly couponIds: readonly string[];
  readonly points: number;
  /** The price has the first-order reduction in it, so without the right there is no order at this price. */
  readonly firstOrder: boolean;
}

/** What was held there, with the coupons as they were: so that they come back even after the wallet forgot them. */
export interface HeldInWallet extends WalletHold {
  readonly coupons: { readonly [couponId: string]: Coupon };
  /** Prizes that go with it, as they were. Absent: none. */
  readonly prizes?: { readonly [prizeId: string]: CarriedPrize };
}

/** Goods as they were sold: later changes of the catalogue do not touch an order. */
export interface OrderedGood {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
  readonly quantity: number;
  readonly listFen: number;
  /** Goes bad, or was made to order: not returned without reason. */
  readonly noReturn?: true;
}

/** A gift's good, beside its quote line of the same id. */
export interface OrderedGift extends Omit<OrderedGood, 'listFen' | 'noReturn'> {
  readonly lineId: string;
}

export interface OrderAddress {
  readonly addressId: string;
  readonly estateId: string;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  readonly phone: string;
}

export interface PromisedChances {
  readonly drawId: string;
  readonly chances: number;
  /** End of the campaign; received late, they live longer (campaign room, chanceUntilMs). */
  readonly expiresAtMs: number;
}

/** The decider of everything that an order holds (protocol-of-holds.md, Order). */
export interface Order {
  /** hash(resident, request key); also the op of its marks and the number of its payment. */
  readonly _id: string;
  /** As people read it out, so that support finds it: `orderNumber`. Two orders of a day may share one. */
  readonly number: string;
  readonly state: OrderState;
  /** Birth: server time at insert, the same in all retries. */
  readonly at: number;
  readonly residentId: string;
  readonly payerOpenid: string;
  readonly estateId: string;
  /** The entry channels that brought it (product.md A4). */
  readonly channels: Attribution;
  /** The neighbour's card that the resident was bound by when it was placed (kernel/referral.ts). Absent: none. */
  readonly referralId?: string;
  readonly inputHash: string;
  /** Frozen: nothing about price is ever read again from live offers. */
  readonly quote: Quote;
  readonly payableFen: number;
  readonly goods: readonly OrderedGood[];
  readonly gifts: readonly OrderedGift[];
  /** Coupons of add-ons, issued on receipt, frozen as they were promised. */
  readonly promisedCoupons: readonly CouponPromise[];
  readonly deliveryKind: 'standard' | 'express';
  readonly address: OrderAddress;
  readonly note: string;
  readonly wants: readonly Want[];
  readonly walletWant: WalletWant;
  /** From the flip on: exactly these cells gave. */
  readonly holds: readonly CellHold[] | null;
  readonly heldInWallet: HeldInWallet | null;
  /** Draw chances promised on receipt. */
  readonly chances: readonly PromisedChances[];
  /** Days until its points can be spent, as promised at placing. */
  readonly pendingDays: number;
  readonly deadlineAt: number;
  readonly tab: OrderTab;
  /** Each state is entered once, with who and when. */
  readonly timeline: { readonly [state in OrderState]?: Step };
  readonly effects: { readonly [id: string]: Effect };
  readonly effectsDueAt?: number;
  readonly autoReceiveAt?: number;
  readonly refunds: Refunds;
  /** Raised by every update that adds or moves a refund or an exchange: the condition of the next one, and of receipt. */
  readonly refundRev: number;
  /** For support's list, a field for each of its tabs: the deadline of the most urgent refund in it. */
  readonly refundDecideAt?: number;
  /** As above for goods, and gifts, that are to come back: since when. */
  readonly refundGoodsAt?: number;
  /** As above for those that the bank refused. */
  readonly refundTroubleAt?: number;
  /** When the bank is asked next what became of accepted refunds; absent: nothing is on its way. */
  readonly refundAskAt?: number;
  /** Absent: none was asked for. */
  readonly exchanges?: Exchanges;
  /** When somebody has to have done the next step of its most urgent exchange; absent: nobody is waited for. */
  readonly exchangeDueAt?: number;
  /** When its newest refund or exchange was asked for; absent: none was. Lists of them are ordered by it. */
  readonly lastRefundAt?: number;
  /** What remained of the 3 days when an open refund stopped the self-receipt. */
  readonly autoReceiveLeftMs?: number;
  /**
   * When the order, a refund or an exchange of it was last written, whatever that wrote: how a night finds what a day touched.
   * Absent: it never left its intent.
   */
  readonly touchedAtMs?: number;
  /** Tier multiplier of points, as promised at placing. */
  readonly pointsRateBps: number;
  readonly paidAtMs?: number;
  readonly transactionId?: string;
  /** What placing answered, JSON: the same key gets it again byte for byte. */
  readonly reply?: string;
}

/** 15 minutes to pay (product.md G1). */
export const PAY_WINDOW_MS = 15 * 60_000;
/** Received by itself 3 days after delivery (product.md G1). */
export const AUTO_RECEIVE_MS = 3 * 86_400_000;
/** An intent older than this has no function that still works on it. */
export const INTENT_LIFE_MS = 2 * 60_000;

/** The number that people read out: day and 8 digits of the id. */
export function orderNumber(order: Pick<Order, '_id' | 'at'>): string {
  return `${new Date(order.at + 8 * 3_600_000).toISOString().slice(2, 10).replace(/-/g, '')}${String(Number.parseInt(order._id.slice(0, 8), 16) % 100_000_000).padStart(8, '0')}`;
}
