import type { OrderState, OrderView } from '@rooms/order/contract';
import type { TimelineItem } from '@/components/Timeline';
import { clockText, whenText } from './times';

/** A state in a word, for lists. */
const stateWords: Readonly<Record<OrderState, string>> = {
  intent: '正在下单',
  aborted: '没下成',
  placed: '等您付款',
  closing: '正在关单',
  closed: '已关闭',
  paid: '等配货',
  picked: '配好货了',
  dispatched: '在路上',
  delivered: '送到了',
  received: '已收货',
  cancelled: '已取消',
};
export const orderStateText = (state: OrderState): string => stateWords[state];

/** The order page's headline and what it means. */
export function orderHeadline(order: OrderView, nowMs: number): { title: string; note: string } {
  switch (order.state) {
    case 'intent':
      return { title: '正在下单', note: '还没有扣钱，稍等一下。' };
    case 'placed':
      return { title: '还没付款', note: `给您留到 ${whenText(order.deadlineAtMs, nowMs)}，过时就放回货架` };
    case 'closing':
      return { title: '正在关单', note: '和微信支付对一下账，马上就好。' };
    case 'closed':
      return { title: '这一单关了', note: '没有扣钱，券和积分都退回来了。' };
    case 'aborted':
      return { title: '这一单没下成', note: '没有扣钱，东西都还在货架上。' };
    case 'paid':
      return { title: '付好了，等配货', note: '出发前都能取消，全额退。' };
    case 'picked':
      return { title: '配好货了', note: '马上出发。出发前都能取消，全额退。' };
    case 'dispatched':
      return { title: '正往您家送', note: `送到 ${order.address.building} ${order.address.room}` };
    case 'delivered':
      return { title: '送到了，请您看看', note: `放在 ${order.address.building} ${order.address.room} 门口` };
    case 'received':
      return { title: '收到了，谢谢您', note: '哪样不满意，随时找我们。' };
    case 'cancelled':
      return { title: '取消了', note: '钱原路退回，1 到 3 天到账；券和积分已经退回。' };
  }
}

const stepWords: Partial<Record<OrderState, string>> = {
  placed: '下单',
  paid: '付款成功',
  picked: '配好货',
  dispatched: '出发了',
  delivered: '送到门口',
  received: '确认收货',
  cancelled: '取消',
  closed: '关单',
};

/** Newest first; what lies on another day says which. */
export function orderTimeline(order: OrderView, nowMs: number): TimelineItem[] {
  const steps = order.timeline.filter((step) => stepWords[step.state] !== undefined);
  return [...steps].reverse().map((step, index) => ({
    key: `${step.state}-${step.atMs}`,
    title: stepWords[step.state] ?? '',
    note: noteOf(step),
    time: whenText(step.atMs, nowMs).replace(/^今天 /, '') || clockText(step.atMs),
    phase: index === 0 ? 'now' : 'done',
  }));
}

function noteOf({ by, who, state }: OrderView['timeline'][number]): string | undefined {
  if (by === 'staff' && who) return state === 'dispatched' || state === 'delivered' ? `配送员 ${who}` : `店员 ${who}`;
  if (by === 'system') return state === 'received' ? '到时间自动收货' : undefined;
  return undefined;
}

/** '2611 2110 2400 3127': groups of four, to read out. */
export const orderNumberText = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');
