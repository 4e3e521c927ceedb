import { isGivenBack } from '../refund-states';
import type { OrderState } from '../states';
import { DECIDE_WITHIN_MS } from './limits';
import type { Refund, Refunds } from './record';
import type { Sold } from './units';

/** The tabs of support's list. */
export const REFUND_TABS = ['to-decide', 'goods-to-come', 'trouble'] as const;
export type RefundTab = (typeof REFUND_TABS)[number];

/** Which tab of support's list a refund lies in, and its moment there: the deadline, or since when it waits. */
export function tabOf(refund: Refund): { readonly tab: RefundTab | 'none'; readonly atMs: number } {
  const { state, atMs, timeline } = refund;
  if (state === 'asked') return { tab: 'to-decide', atMs: (timeline.asked?.atMs ?? atMs) + DECIDE_WITHIN_MS };
  if (state === 'goods-to-come') return { tab: state, atMs: timeline[state]?.atMs ?? atMs };
  if (state === 'refused') return { tab: 'trouble', atMs: timeline.refused?.atMs ?? atMs };
  if (awaitsGift(refund)) return { tab: 'goods-to-come', atMs: timeline.due?.atMs ?? atMs };
  return { tab: 'none', atMs };
}

/** A gift that was kept and deducted may still be brought back, until support gives it up. */
export const awaitsGift = (refund: Refund): boolean => canTakeGift(refund) && refund.giftsWrittenOff === undefined;

/** Its gifts were kept and paid for by a deduction: taken in whenever they come, given up or not. */
export const canTakeGift = (refund: Refund): boolean =>
  isGivenBack(refund.state) && refund.giftsBackBy === undefined && deductedForGifts(refund) > 0;

/** What of its deduction still stands: less than at first where a gift has its cause again. */
export const deductedForGifts = ({ amounts }: Refund): number =>
  Object.values(amounts.gifts).reduce((sum, { deductedFen }) => sum + deductedFen, 0);

/** What the gifts that it named are worth beyond what was deducted for them: lost where they never come. */
export const giftLossFen = ({ quote }: Pick<Sold, 'quote'>, { amounts }: Pick<Refund, 'amounts'>): number =>
  quote.gifts.reduce((sum, { lineId, valueUnitFen }) => {
    const { units, deductedFen } = amounts.gifts[lineId] ?? { units: 0, deductedFen: 0 };
    return sum + units * valueUnitFen - deductedFen;
  }, 0);

/** What the order says of its refunds as a whole, for lists and for the clock. Undefined: not there. */
export interface Desk {
  /** The most urgent moment of those in each tab: an order with refunds of several kinds lies in several tabs. */
  readonly refundDecideAt: number | undefined;
  readonly refundGoodsAt: number | undefined;
  readonly refundTroubleAt: number | undefined;
  readonly refundAskAt: number | undefined;
  readonly lastRefundAt: number | undefined;
}

export function deskOf(refunds: Refunds): Desk {
  const all = Object.values(refunds);
  const places = all.map(tabOf);
  const firstOf = (tab: RefundTab) => earliest(places.filter((place) => place.tab === tab).map(({ atMs }) => atMs));
  const asks = all.flatMap(({ state, askAtMs }) => (state === 'accepted' && askAtMs !== undefined ? [askAtMs] : []));
  const lastRefundAt = all.length === 0 ? undefined : Math.max(...all.map(({ atMs }) => atMs));
  return {
    refundDecideAt: firstOf('to-decide'),
    refundGoodsAt: firstOf('goods-to-come'),
    refundTroubleAt: firstOf('trouble'),
    refundAskAt: earliest(asks),
    lastRefundAt,
  };
}

const earliest = (moments: readonly number[]): number | undefined =>
  moments.length === 0 ? undefined : Math.min(...moments);

export const hasOpenRefund = (refunds: Refunds): boolean =>
  Object.values(refunds).some(({ state }) => state === 'asked' || state === 'goods-to-come');

/** The clock of self-receipt; undefined: not there. */
export interface SelfReceipt {
  readonly autoReceiveAt?: number | undefined;
  readonly autoReceiveLeftMs?: number | undefined;
}

/** An open refund or exchange stops the 3 days of self-receipt; afterwards they go on with what remained of them. */
export function selfReceipt(
  { state, autoReceiveAt, autoReceiveLeftMs }: SelfReceipt & { readonly state: OrderState },
  isOpen: boolean,
  nowMs: number,
): SelfReceipt {
  if (state !== 'delivered') return {};
  if (isOpen && autoReceiveAt !== undefined)
    return { autoReceiveAt: undefined, autoReceiveLeftMs: Math.max(0, autoReceiveAt - nowMs) };
  if (!isOpen && autoReceiveLeftMs !== undefined)
    return { autoReceiveAt: nowMs + autoReceiveLeftMs, autoReceiveLeftMs: undefined };
  return {};
}
