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
  text,
} from '../../contract';
import { MAX_CART_LINES } from '../../kernel/limits';
import type { PaymentParameters } from '../../platform/ports';
import type { ShownQuote } from '../settlement';
import type {
  OpenedRefundPreview,
  OrderCard,
  OrderView,
  QuoteView,
  RefundPreview,
  RefundView,
  StaffOrderCard,
  StaffRefundCard,
  SupportOrderView,
  TopUpView,
} from './domain/views';

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

/** Of numbers that somebody agreed to. */
const fingerprint = () => v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

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
  'order.refundPreview': reads(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      reason: v.optional(refundReason()),
      /** Pictures will be sent with the request. Absent: as if, for the page asks for them. */
      hasPictures: v.optional(v.boolean(), true),
    }),
  )<RefundPreview>(),
  /** Before dispatch: single lines are cancelled, at once. After: instant under a limit, else support decides. */
  'order.askRefund': changes(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      reason: refundReason(),
      note: optionalText(200),
      pictures: v.optional(v.pipe(v.array(fileId()), v.maxLength(3)), []),
      expected: fingerprint(),
    }),
  )<{ readonly refundNumber: string; readonly order: OrderView }>(),
  'order.withdrawRefund': reads(v.strictObject({ orderId: id(), refundNumber: refundNumber() }))<OrderView>(),
  /** The resident's refunds, newest first. */
  'order.myRefunds': reads(v.strictObject({ cursor: cursor() }))<
    Page<RefundView & { readonly orderId: string; readonly orderNumber: string }>
  >(),
};

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
  /** A gift whose value was deducted will not come back: off the list, with why. Should it come after all, `giftBack` takes it. */
  'order.writeOffGift': reads(
    v.strictObject({ orderId: id(), refundNumber: refundNumber(), reason: text(100) }),
  )<StaffRefundCard>(),
  /** The pay platform refused: ask it again, or say that it was paid by hand. */
  'order.mendRefund': reads(
    v.strictObject({
      orderId: id(),
      refundNumber: refundNumber(),
      how: v.picklist(['again', 'transferred']),
      transferNumber: optionalText(64),
    }),
  )<StaffRefundCard>(),
  /** What a refund that support opens would give back and take back, and how it would be paid. */
  'order.previewRefund': reads(
    v.strictObject({ orderId: id(), lines: refundUnits(), reason: refundReason() }),
  )<OpenedRefundPreview>(),
  /**
   * Support opens a refund for a resident, after dispatch, whatever the age of the order and the number of its refunds.
   * `goodsFirst`: the money goes back once the goods are here. `answer`: why, in words that the resident reads.
   */
  'order.openRefund': changes(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      reason: refundReason(),
      goodsFirst: v.optional(v.boolean(), false),
      answer: text(100),
      expected: fingerprint(),
    }),
  )<StaffRefundCard>(),
  /** An order by the number that people read out, with what support needs to see of it; no rows: there is none. */
  'order.find': reads(v.strictObject({ number: v.pipe(v.string(), v.regex(/^\d{14}$/, 'the number of an order')) }))<{
    readonly rows: readonly SupportOrderView[];
  }>(),
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
