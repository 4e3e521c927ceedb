import type { PrizeView } from '@rooms/draw/contract';
import { prizeWords } from '@/text/areas/prizes';
import { dayText, whenText } from '@/text/times';

/** Where a prize stands, in a line. */
export function standText(prize: PrizeView, nowMs: number): string {
  const { state, claim, kind, claimUntilMs, endedAtMs } = prize;
  const lastDay = dayText(claimUntilMs - 1);
  switch (state) {
    case 'given':
      return kind === 'coupon' ? prizeWords.couponGiven : prizeWords.pointsGiven;
    case 'to-claim':
      return prizeWords.claimUntil(lastDay);
    case 'claimed':
      return claim?.way === 'pick-up' ? prizeWords.pickUp(lastDay) : prizeWords.nextOrder(lastDay);
    case 'in-order':
      return prizeWords.inOrder;
    case 'handed-over':
      return endedAtMs === undefined
        ? prizeWords.state['handed-over']
        : prizeWords.handedOver(whenText(endedAtMs, nowMs));
    case 'expired':
      return prizeWords.expired(lastDay);
    case 'revoked':
      return prizeWords.revoked;
  }
}

/** What can be done about it, the likeliest last: at the right, under the thumb. */
export type Deed = 'claim' | 'change' | 'code' | 'order' | 'coupons';

export function deedsOf({ state, claim, kind, ways, orderId }: PrizeView): Deed[] {
  if (state === 'given') return kind === 'coupon' ? ['coupons'] : [];
  if (state === 'to-claim') return ways.length > 0 ? ['claim'] : [];
  if (state === 'in-order') return orderId === undefined ? [] : ['order'];
  if (state !== 'claimed') return [];
  return [...(ways.length > 1 ? ['change' as const] : []), ...(claim?.way === 'pick-up' ? ['code' as const] : [])];
}
