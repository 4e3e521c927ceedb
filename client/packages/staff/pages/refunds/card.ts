import type { StaffRefundCard } from '@rooms/order/contract';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { countText, yuanText } from '@/text/money';

const HOUR_MS = 3_600_000;

/** How it stands with the deadline; null: it has none. Overdue first needs no clock, the server says so. */
export function deadlineText(
  { isOverdue, decideByMs }: Pick<StaffRefundCard, 'isOverdue' | 'decideByMs'>,
  nowMs: number,
): string | null {
  if (isOverdue) return words.overdue;
  return decideByMs === null ? null : words.left(Math.max(0, Math.floor((decideByMs - nowMs) / HOUR_MS)));
}

/** What moves besides the money. */
export function sideText({ sums }: Pick<StaffRefundCard, 'sums'>): string {
  const { freightFen, deductedFen, pointsBack, pointsTaken, couponsBack } = sums;
  return [
    freightFen > 0 ? words.freight(yuanText(freightFen)) : '',
    deductedFen > 0 ? words.kept(yuanText(deductedFen)) : '',
    pointsBack > 0 ? words.pointsBack(countText(pointsBack)) : '',
    pointsTaken > 0 ? words.pointsTaken(countText(pointsTaken)) : '',
    couponsBack.length > 0 ? words.coupons(couponsBack.join('、')) : '',
  ]
    .filter(Boolean)
    .join('，');
}

/** Gifts that are to come back with these goods. */
export function giftsText({ sums }: Pick<StaffRefundCard, 'sums'>): string {
  return sums.gifts.map(({ good, units }) => words.line(`${good.name} ${good.spec}`.trim(), units)).join('、');
}
