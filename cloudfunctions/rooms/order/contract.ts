import * as v from 'valibot';
import { cartLines, changes, cursor, id, nothing, optionalText, type Page, points, reads } from '../../contract';
import type { PaymentParameters } from '../../platform/ports';
import type { ShownQuote } from '../settlement';
import type { OrderState } from './domain/states';

/** What the resident asks a price for. Slots come later; delivery has one kind and a base freight. */
const quoteInput = {
  lines: cartLines(),
  deliveryKind: v.optional(v.picklist(['standard']), 'standard'),
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
  readonly can: readonly ('pay' | 'cancel' | 'receive')[];
  /** What its receipt will bring, and after receipt what it brought. */
  readonly rewards: { readonly points: number; readonly chances: number; readonly drawId: string | null } | null;
  readonly refunds: readonly {
    readonly refundNumber: string;
    readonly amountFen: number;
    readonly state: 'due' | 'accepted' | 'refused';
    readonly atMs: number;
  }[];
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
  }[];
  readonly note: string;
  readonly next: 'picked' | 'dispatched' | 'delivered' | null;
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
  'order.cancelByShop': reads(v.strictObject({ orderId: id(), reason: optionalText(100) }))<StaffOrderCard>(),
};
