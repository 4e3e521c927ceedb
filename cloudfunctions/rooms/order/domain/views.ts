import type { CarriedPrize } from '../../../kernel/prizes';
import type { Benefit, ShownQuote } from '../../settlement';
import type { ExchangeView, RefundView } from './after-sales-views';
import type { OrderState } from './states';

export type * from './after-sales-views';

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
  /** Prizes of mine that would go with this order, at no price. */
  readonly prizes: readonly PutInPrize[];
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
  /** Units that are in open exchanges. */
  readonly unitsExchanging: number;
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

/** A prize that goes with an order. */
export interface PutInPrize extends CarriedPrize {
  readonly prizeId: string;
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
  readonly can: readonly ('pay' | 'cancel' | 'receive' | 'refund' | 'exchange')[];
  readonly paidLines: readonly PaidLineView[];
  readonly gifts: readonly GiftView[];
  /** Prizes that go with it. */
  readonly prizes: readonly PutInPrize[];
  /** Add-ons that are no gift: coupon, express, warranty, support, chances, points. */
  readonly addOns: readonly { readonly title: string | null; readonly benefit: Benefit }[];
  /** Last moment to ask for after-sales without support; null: not yet or no more. */
  readonly afterSalesUntilMs: number | null;
  /** What its receipt will bring, and after receipt what it brought. */
  readonly rewards: { readonly points: number; readonly chances: number; readonly drawId: string | null } | null;
  readonly refunds: readonly RefundView[];
  readonly exchanges: readonly ExchangeView[];
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
  /** The same, won in a draw. */
  readonly prizes: readonly PutInPrize[];
  readonly hasOpenRefund: boolean;
  readonly next: 'picked' | 'dispatched' | 'delivered' | null;
}
