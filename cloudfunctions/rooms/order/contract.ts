import * as v from 'valibot';
import { cartLines, changes, cursor, id, nothing, optionalText, type Page, points, reads } from '../../contract';
import type { PaymentParameters } from '../../platform/ports';
import type { ShownQuote } from '../settlement';
import { afterSalesContract, deskContract, fingerprint, refundUnits } from './contract-after-sales';
import type { OrderCard, OrderView, QuoteView, StaffOrderCard, TopUpView } from './domain/views';

export type { OrderState } from './domain/states';
export type * from './domain/views';

/** What the resident asks a price for. Slots come later. */
const quoteInput = {
  lines: cartLines(),
  /** express: the estate's rush fee, where it offers that (`QuoteView.express`). */
  deliveryKind: v.optional(v.picklist(['standard', 'express']), 'standard'),
  /** Absent: the best combination is chosen. Empty: none. */
  couponIds: v.optional(v.pipe(v.array(id()), v.maxLength(5))),
  pointsWish: v.optional(points(), 0),
};

export const orderContract = {
  ...afterSalesContract,
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
      fingerprint: fingerprint(),
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
    /** Of what is to be paid. */
    readonly freightPaidFen: number;
    readonly savedFen: number;
    readonly topUps: readonly TopUpView[];
  }>(),
};

export const staffOrderContract = {
  ...deskContract,
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
  /** Goods that cannot be packed: their share goes back at once. `restock`: they are there after all, and can be sold. */
  'order.cancelLinesByShop': changes(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      answer: optionalText(100),
      restock: v.optional(v.boolean(), false),
    }),
  )<StaffOrderCard>(),
  'order.cancelByShop': reads(v.strictObject({ orderId: id(), reason: optionalText(100) }))<StaffOrderCard>(),
};
