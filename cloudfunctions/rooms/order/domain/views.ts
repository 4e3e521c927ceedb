import type { Benefit, ShownQuote } from '../../settlement';
import type { RefundCause, RefundReason, RefundState } from './refund-states';
import type { OrderState } from './states';

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
  /** There is no picture, and with one it would be instant. */
  readonly pictureHelps: boolean;
  /** Of a review: when it is decided at the latest. */
  readonly decideByMs: number | null;
  /** Sent back on asking: REFUND_CHANGED when it differs by then. */
  readonly expected: string;
}

/** Before support opens a refund for a resident. */
export interface OpenedRefundPreview extends Pick<RefundPreview, 'sums' | 'lines' | 'expected'> {
  /** transfer: WeChat Pay pays back no more of this payment, a person transfers it and records the number. */
  readonly paidBy: 'wechat' | 'transfer';
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
  /** Why the pay platform or the bank refused it: a code of theirs, or CLOSED, ABNORMAL; null: they did not. */
  readonly refusal: string | null;
  /** Its gifts were given up by support; null: they were not, or came after all. `lossFen`: their value beyond the deduction. */
  readonly writtenOff: {
    readonly atMs: number;
    readonly who: string | null;
    readonly reason: string;
    readonly lossFen: number;
  } | null;
  readonly canDo: readonly (
    | 'approve'
    | 'approve-goods-first'
    | 'decline'
    | 'goods-back'
    | 'gift-back'
    | 'write-off-gift'
    | 'mend'
  )[];
}

/** An order as support sees it. */
export interface SupportOrderView extends OrderCard {
  readonly number: string;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  readonly maskedPhone: string;
  readonly receivedAtMs: number | null;
  readonly lines: readonly (PaidLineView & { readonly good: GoodView })[];
  readonly refunds: readonly StaffRefundCard[];
  readonly can: readonly 'open-refund'[];
}
