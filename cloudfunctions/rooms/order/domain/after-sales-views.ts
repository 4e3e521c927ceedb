import type { ExchangeReason, ExchangeState } from './exchange-states';
import type { RefundCause, RefundReason, RefundState } from './refund-states';
import type { OrderState } from './states';
import type { GoodView, OrderCard, PaidLineView } from './views';

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

/** The same goods instead of bad ones. */
export interface ExchangeView {
  readonly exchangeNumber: string;
  readonly state: ExchangeState;
  readonly atMs: number;
  readonly lines: readonly (GoodView & { readonly lineId: string; readonly units: number })[];
  readonly reason: ExchangeReason;
  readonly note: string;
  /** File ids of the resident's pictures. */
  readonly pictures: readonly string[];
  /** Support's words for the resident. */
  readonly answer: string | null;
  /** The bad units are to come back, or it is not said yet what becomes of them. */
  readonly goodsToCome: boolean;
  readonly bad: 'shelf' | 'spoiled' | 'kept' | null;
  /** Money instead: the refund of its units. */
  readonly refundNumber: string | null;
  readonly decideByMs: number | null;
  readonly timeline: readonly {
    readonly state: ExchangeState;
    readonly atMs: number;
    readonly by: 'resident' | 'staff' | 'system';
  }[];
  readonly can: readonly 'withdraw'[];
}

/** A refund or an exchange beside the order that it is of. */
export type MyAfterSale = { readonly orderId: string; readonly orderNumber: string } & (
  | ({ readonly kind: 'refund' } & RefundView)
  | ({ readonly kind: 'exchange' } & ExchangeView)
);

/** Orders that have some, by tab. */
export type DeskCounts = Readonly<Record<'to-decide' | 'goods-to-come' | 'trouble' | 'exchange', number>>;

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

export interface StaffExchangeCard extends ExchangeView {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderState: OrderState;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  readonly maskedPhone: string;
  /** By when the next step is to be done; null: it is over. */
  readonly dueAtMs: number | null;
  readonly isOverdue: boolean;
  /** What money instead would be; null: it is not to be given. */
  readonly moneyFen: number | null;
  readonly canDo: readonly ('agree' | 'dispatch' | 'hand-over' | 'goods' | 'money' | 'decline')[];
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
  readonly exchanges: readonly StaffExchangeCard[];
  readonly can: readonly 'open-refund'[];
}
