import * as v from 'valibot';
import {
  cartLines,
  changes,
  cursor,
  fileId,
  id,
  lineId,
  nothing,
  optionalText,
  type Page,
  points,
  quantity,
  reads,
  refundNumber,
} from '../../contract';
import { MAX_CART_LINES } from '../../kernel/limits';
import type { PaymentParameters } from '../../platform/ports';
import type { Benefit, ShownQuote } from '../settlement';
import type { RefundCause, RefundReason, RefundState } from './domain/refund-states';
import type { OrderState } from './domain/states';

/** What the resident asks a price for. Slots come later. */
const quoteInput = {
  lines: cartLines(),
  /** express: the estate's rush fee, where it offers that (`QuoteView.express`). */
  deliveryKind: v.optional(v.picklist(['standard', 'express']), 'standard'),
  /** Absent: the best combination is chosen. Empty: none. */
  couponIds: v.optional(v.pipe(v.array(id()), v.maxLength(5))),
  pointsWish: v.optional(points(), 0),
};

/** A line of the cart as shown, whether or not it can be bought. */
export interface CartLineView {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
  readonly quantity: number;
  readonly selected: boolean;
  readonly listFen: number;
  readonly stockLeft: number;
  /** Why it cannot be bought as it is; null: it can. */
  readonly trouble: 'GONE' | 'SOLD_OUT' | 'QUANTITY_ABOVE_STOCK' | null;
}

export interface QuoteView {
  readonly quote: ShownQuote;
  readonly lines: readonly CartLineView[];
  /** Usable coupons with what each would do, for the resident's own choice. */
  readonly coupons: readonly {
    readonly couponId: string;
    readonly chosen: boolean;
    readonly reason: string | null;
    readonly gapFen: number | null;
  }[];
  readonly earns: { readonly points: number; readonly chances: number };
  readonly spendablePoints: number;
  /** Gifts and goods of add-ons as they are shown: by `GiftLine.lineId`. */
  readonly giftGoods: readonly GoodView[];
  /** Express delivery here; null: the estate has none. */
  readonly express: { readonly rushFeeFen: number } | null;
}

/** A good by its name and picture, where no price belongs to it. */
export interface GoodView {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
}

/** One way to come nearer to the next step (凑单). */
export interface TopUpView extends GoodView {
  /** Units that one tap adds. */
  readonly quantity: number;
  readonly listFen: number;
  /** What one unit costs now. */
  readonly priceFen: number;
  /** Payable with them in the cart. */
  readonly payableFen: number;
  /** It reaches the step. */
  readonly reaches: boolean;
  readonly from: 'nearest' | 'bought' | 'goes-with';
}

/** A choice of units to give back, by quote line. */
const refundUnits = () =>
  v.pipe(
    v.array(v.strictObject({ lineId: lineId(), units: quantity() })),
    v.minLength(1),
    v.maxLength(MAX_CART_LINES),
    v.check((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each lineId once'),
  );

/** In the resident's own words; which of them are the shop's fault: domain/refund-states. */
const refundReason = () => v.picklist(['not-fresh', 'broken', 'missing', 'wrong', 'quality', 'unwanted']);

export interface RefundLineView extends GoodView {
  readonly lineId: string;
  readonly units: number;
  readonly paidFen: number;
}

/** What a refund of these units gives back and takes back: seen before it is asked for, and what then comes. */
export interface RefundSums {
  /** Goods + freight − deductions: what goes back to WeChat. */
  readonly amountFen: number;
  readonly goodsFen: number;
  readonly freightFen: number;
  /** Stated value of gifts that are kept though their goods go back. */
  readonly deductedFen: number;
  readonly gifts: readonly { readonly good: GoodView; readonly units: number; readonly deductedFen: number }[];
  /** Points spent that come back. */
  readonly pointsBack: number;
  /** Points earned that are taken back. */
  readonly pointsTaken: number;
  /** Coupons that come back with the last unit, by title. */
  readonly couponsBack: readonly string[];
  /** Coupons that stay used although these units go back. */
  readonly couponsKept: readonly string[];
  /** Draw chances that are taken back with the last unit. */
  readonly chancesTaken: number;
  readonly isLast: boolean;
}

export interface RefundPreview {
  readonly sums: RefundSums;
  readonly lines: readonly RefundLineView[];
  /** instant: no review; review: support decides; goods-first: after the goods are back. */
  readonly way: 'instant' | 'review' | 'goods-first';
  /** Of a review: when it is decided at the latest. */
  readonly decideByMs: number | null;
  /** Sent back on asking: REFUND_CHANGED when it differs by then. */
  readonly expected: string;
}

export interface RefundView {
  readonly refundNumber: string;
  readonly cause: RefundCause;
  readonly state: RefundState;
  readonly atMs: number;
  readonly sums: RefundSums;
  readonly lines: readonly RefundLineView[];
  readonly reason: RefundReason | null;
  readonly note: string;
  /** File ids of the resident's pictures. */
  readonly pictures: readonly string[];
  /** Why it was declined or refused, in words for the resident. */
  readonly answer: string | null;
  readonly decideByMs: number | null;
  readonly timeline: readonly {
    readonly state: RefundState;
    readonly atMs: number;
    readonly by: 'resident' | 'staff' | 'system';
  }[];
  readonly can: readonly 'withdraw'[];
}

/** A paid line of an order: what each unit of it cost in the end, and what of it went back. */
export interface PaidLineView {
  readonly lineId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly listFen: number;
  readonly paidFen: number;
  readonly points: number;
  /** Units that are in refunds (asked for, under way or done). */
  readonly unitsRefunding: number;
  readonly unitsRefunded: number;
  /** Units that can be asked back now. */
  readonly unitsLeft: number;
}

export interface GiftView extends GoodView {
  readonly lineId: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly title: string | null;
  readonly isSubstitute: boolean;
}

export type { OrderState } from './domain/states';

export interface OrderCard {
  readonly orderId: string;
  readonly state: OrderState;
  readonly atMs: number;
  readonly payableFen: number;
  readonly itemCount: number;
  readonly pictures: readonly { readonly picture: string; readonly tint: string; readonly name: string }[];
  readonly deadlineAtMs: number;
}

export interface OrderView extends OrderCard {
  readonly number: string;
  readonly quote: ShownQuote;
  readonly lines: readonly CartLineView[];
  readonly address: {
    readonly estateName: string;
    readonly building: string;
    readonly room: string;
    readonly contactName: string;
    readonly phone: string;
  };
  readonly note: string;
  readonly timeline: readonly {
    readonly state: OrderState;
    readonly atMs: number;
    readonly by: 'resident' | 'staff' | 'system';
    readonly who: string | null;
  }[];
  readonly can: readonly ('pay' | 'cancel' | 'receive' | 'refund')[];
  readonly paidLines: readonly PaidLineView[];
  readonly gifts: readonly GiftView[];
  /** Add-ons that are no gift: coupon, express, warranty, support, chances, points. */
  readonly addOns: readonly { readonly title: string | null; readonly benefit: Benefit }[];
  /** Last moment to ask for after-sales without support; null: not yet or no more. */
  readonly afterSalesUntilMs: number | null;
  /** What its receipt will bring, and after receipt what it brought. */
  readonly rewards: { readonly points: number; readonly chances: number; readonly drawId: string | null } | null;
  readonly refunds: readonly RefundView[];
}

export const orderContract = {
  'order.cart': reads(nothing())<{
    readonly lines: readonly { readonly skuId: string; readonly quantity: number; readonly selected: boolean }[];
  }>(),
  /** Replaces the stored cart as a whole: saving it again is the same cart, the last device wins. */
  'order.saveCart': reads(v.strictObject({ lines: cartLines() }))<{ readonly count: number }>(),
  'order.quote': reads(v.strictObject({ ...quoteInput, addressId: v.optional(id()) }))<QuoteView>(),
  /** Holds everything, all or nothing. `QUOTE_CHANGED` carries a fresh QuoteView in `detail.fresh`. */
  'order.place': changes(
    v.strictObject({
      ...quoteInput,
      addressId: id(),
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      note: optionalText(100),
    }),
  )<{
    readonly orderId: string;
    readonly state: 'placed' | 'paid';
    readonly payableFen: number;
    readonly deadlineAtMs: number;
  }>(),
  'order.pay': reads(v.strictObject({ orderId: id() }))<
    { readonly state: 'to-pay'; readonly payment: PaymentParameters } | { readonly state: 'paid' }
  >(),
  'order.list': reads(v.strictObject({ tab: v.picklist(['all', 'to-pay', 'under-way', 'done']), cursor: cursor() }))<
    Page<OrderCard>
  >(),
  'order.detail': reads(v.strictObject({ orderId: id() }))<OrderView>(),
  /** Unpaid: closes it; paid and not yet dispatched: all money and goods back. */
  'order.cancel': reads(v.strictObject({ orderId: id() }))<OrderView>(),
  'order.receive': reads(v.strictObject({ orderId: id() }))<OrderView>(),
  /** Goods that reach the next step, or come nearest, each with what would then be paid. */
  'order.topUps': reads(v.strictObject({ ...quoteInput, addressId: v.optional(id()) }))<{
    readonly nextStep: ShownQuote['nextStep'];
    readonly payableFen: number;
    readonly topUps: readonly TopUpView[];
  }>(),
  'order.refundPreview': reads(
    v.strictObject({ orderId: id(), lines: refundUnits(), reason: v.optional(refundReason()) }),
  )<RefundPreview>(),
  /** Before dispatch: single lines are cancelled, at once. After: instant under a limit, else support decides. */
  'order.askRefund': changes(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      reason: refundReason(),
      note: optionalText(200),
      pictures: v.optional(v.pipe(v.array(fileId()), v.maxLength(3)), []),
      expected: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    }),
  )<{ readonly refundNumber: string; readonly order: OrderView }>(),
  'order.withdrawRefund': reads(v.strictObject({ orderId: id(), refundNumber: refundNumber() }))<OrderView>(),
  /** The resident's refunds, newest first. */
  'order.myRefunds': reads(v.strictObject({ cursor: cursor() }))<
    Page<RefundView & { readonly orderId: string; readonly orderNumber: string }>
  >(),
};

export interface StaffOrderCard extends OrderCard {
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  /** In full for who delivers (shop, courier), else masked. */
  readonly contactName: string;
  readonly maskedPhone: string;
  readonly lines: readonly {
    readonly name: string;
    readonly spec: string;
    readonly quantity: number;
    readonly picture: string;
    readonly tint: string;
    /** What of it is still to be put into the bag, by quote line: ordered less what was cancelled or is asked back. */
    readonly units: readonly { readonly lineId: string; readonly units: number }[];
  }[];
  readonly isExpress: boolean;
  readonly note: string;
  /** To be put into the bag, at no price. */
  readonly gifts: readonly GiftView[];
  readonly hasOpenRefund: boolean;
  readonly next: 'picked' | 'dispatched' | 'delivered' | null;
}

export interface StaffRefundCard extends RefundView {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderState: OrderState;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  readonly maskedPhone: string;
  readonly orderPaidFen: number;
  readonly isOverdue: boolean;
  readonly canDo: readonly ('approve' | 'approve-goods-first' | 'decline' | 'goods-back' | 'gift-back' | 'mend')[];
}

export const staffOrderContract = {
  'order.board': reads(
    v.strictObject({
      state: v.picklist(['paid', 'picked', 'dispatched', 'delivered']),
      estateId: v.optional(id()),
      cursor: cursor(),
    }),
  )<Page<StaffOrderCard> & { readonly counts: Readonly<Record<string, number>> }>(),
  /** paid → picked → dispatched → delivered; repeating a step done is no error. */
  'order.move': reads(
    v.strictObject({ orderId: id(), to: v.picklist(['picked', 'dispatched', 'delivered']) }),
  )<StaffOrderCard>(),
  /** Refunds that wait for a person, most urgent first. */
  'order.refunds': reads(
    v.strictObject({ tab: v.picklist(['to-decide', 'goods-to-come', 'trouble']), cursor: cursor() }),
  )<Page<StaffRefundCard> & { readonly counts: Readonly<Record<'to-decide' | 'goods-to-come' | 'trouble', number>> }>(),
  /** approve: the money goes back now, or once the goods are here; decline: with words for the resident. */
  'order.decideRefund': reads(
    v.strictObject({
      orderId: id(),
      refundNumber: refundNumber(),
      decision: v.picklist(['approve', 'approve-goods-first', 'decline']),
      answer: optionalText(100),
    }),
  )<StaffRefundCard>(),
  /** The goods are back; `restock`: they can be sold again. */
  'order.goodsBack': reads(
    v.strictObject({ orderId: id(), refundNumber: refundNumber(), restock: v.boolean() }),
  )<StaffRefundCard>(),
  /** A gift came back whose value was deducted: that money goes back too. */
  'order.giftBack': reads(v.strictObject({ orderId: id(), refundNumber: refundNumber() }))<StaffRefundCard>(),
  /** The pay platform refused: ask it again, or say that it was paid by hand. */
  'order.mendRefund': reads(
    v.strictObject({
      orderId: id(),
      refundNumber: refundNumber(),
      how: v.picklist(['again', 'transferred']),
      transferNumber: optionalText(64),
    }),
  )<StaffRefundCard>(),
  /** Goods that cannot be packed: their share goes back at once. */
  'order.cancelLinesByShop': changes(
    v.strictObject({ orderId: id(), lines: refundUnits(), answer: optionalText(100) }),
  )<StaffOrderCard>(),
  'order.cancelByShop': reads(v.strictObject({ orderId: id(), reason: optionalText(100) }))<StaffOrderCard>(),
};
