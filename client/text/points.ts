/** What moved points, by the ledger's kind. */
export function pointsKindText(kind: string): string {
  const known: Readonly<Record<string, string>> = {
    'order-earned': '收货得的',
    'order-spent': '下单用掉的',
    'order-returned': '订单退了，积分回来',
    'order-taken-back': '退款收回的',
    'draw-won': '抽奖抽中的',
    expired: '到期了',
    review: '评价得的',
    adjusted: '店里调整',
  };
  return known[kind] ?? '积分变动';
}
