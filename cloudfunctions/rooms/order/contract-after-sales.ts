import * as v from 'valibot';
import {
  changes,
  cursor,
  exchangeNumber,
  fileId,
  id,
  lineId,
  optionalText,
  type Page,
  quantity,
  reads,
  refundNumber,
  text,
} from '../../contract';
import { MAX_CART_LINES } from '../../kernel/limits';
import type {
  DeskCounts,
  MyAfterSale,
  OpenedRefundPreview,
  OrderView,
  RefundPreview,
  StaffExchangeCard,
  StaffRefundCard,
  SupportOrderView,
} from './domain/views';

/** Of numbers that somebody agreed to. */
export const fingerprint = () => v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** A choice of units to give back, by quote line. */
export const refundUnits = () =>
  v.pipe(
    v.array(v.strictObject({ lineId: lineId(), units: quantity() })),
    v.minLength(1),
    v.maxLength(MAX_CART_LINES),
    v.check((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each lineId once'),
  );

/** In the resident's own words; which of them are the shop's fault: domain/refund-states. */
const refundReason = () => v.picklist(['not-fresh', 'broken', 'missing', 'wrong', 'quality', 'unwanted']);

/** Refunds and exchanges, as residents ask for them. */
export const afterSalesContract = {
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
  /** The same goods instead of bad, wrong or missing ones (换货); support decides. */
  'order.askExchange': changes(
    v.strictObject({
      orderId: id(),
      lines: refundUnits(),
      reason: v.picklist(['not-fresh', 'broken', 'missing', 'wrong', 'quality']),
      note: optionalText(200),
      pictures: v.optional(v.pipe(v.array(fileId()), v.maxLength(3)), []),
    }),
  )<{ readonly exchangeNumber: string }>(),
  /** Until the fresh goods leave. */
  'order.withdrawExchange': reads(v.strictObject({ orderId: id(), exchangeNumber: exchangeNumber() }))<OrderView>(),
  'order.withdrawRefund': reads(v.strictObject({ orderId: id(), refundNumber: refundNumber() }))<OrderView>(),
  /** The resident's refunds and exchanges, newest first. */
  'order.myRefunds': reads(v.strictObject({ cursor: cursor() }))<Page<MyAfterSale>>(),
};

/** The same at the desk of support, and of who carries goods. */
export const deskContract = {
  /** Refunds that wait for a person, most urgent first. */
  'order.refunds': reads(
    v.strictObject({ tab: v.picklist(['to-decide', 'goods-to-come', 'trouble']), cursor: cursor() }),
  )<Page<StaffRefundCard> & { readonly counts: DeskCounts }>(),
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
  /** Exchanges that wait for somebody, most urgent first. */
  'order.exchanges': reads(v.strictObject({ cursor: cursor() }))<
    Page<StaffExchangeCard> & { readonly counts: DeskCounts }
  >(),
  /**
   * agree: the fresh units are taken from the shelf. money: a refund of its units instead. `restock`: fresh units that were
   * set aside go on the shelf again, unless they are spoiled.
   */
  'order.decideExchange': reads(
    v.strictObject({
      orderId: id(),
      exchangeNumber: exchangeNumber(),
      decision: v.picklist(['agree', 'decline', 'money']),
      answer: optionalText(100),
      restock: v.optional(v.boolean(), true),
    }),
  )<StaffExchangeCard>(),
  'order.moveExchange': reads(
    v.strictObject({
      orderId: id(),
      exchangeNumber: exchangeNumber(),
      to: v.picklist(['dispatched', 'handed-over']),
    }),
  )<StaffExchangeCard>(),
  /** What became of the bad units; said once. */
  'order.exchangeGoods': reads(
    v.strictObject({
      orderId: id(),
      exchangeNumber: exchangeNumber(),
      bad: v.picklist(['shelf', 'spoiled', 'kept']),
    }),
  )<StaffExchangeCard>(),
  /** An order by the number that people read out, with what support needs to see of it; no rows: there is none. */
  'order.find': reads(v.strictObject({ number: v.pipe(v.string(), v.regex(/^\d{14}$/, 'the number of an order')) }))<{
    readonly rows: readonly SupportOrderView[];
  }>(),
};
