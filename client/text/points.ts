import type { PointsKind } from '@kernel/wallet';

const kinds: Readonly<Record<PointsKind, string>> = {
  'order-earned': '收货得的',
  'order-add-on': '满额送的',
  'order-spent': '下单用掉的',
  'order-returned': '订单退了，积分回来',
  'order-taken-back': '退款收回的',
  'draw-won': '抽奖抽中的',
  'chance-bought': '换了抽奖机会',
  'referral-earned': '请来邻居得的',
  'event-earned': '到场参加活动送的',
  'review-earned': '写评价得的',
  compensated: '赔您的',
  'reward-taken-back': '奖励收回的',
  expired: '到期了',
};

/** What moved points, by the ledger's kind; a server newer than this page may know others. */
export function pointsKindText(kind: string): string {
  return (kinds as Readonly<Record<string, string | undefined>>)[kind] ?? '积分变动';
}
