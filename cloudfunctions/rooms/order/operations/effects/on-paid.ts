import type { Order } from '../../document';
import { boardEffects } from './board';
import { channelEffects } from './channels';
import type { Effects } from './kinds';
import { borneEffects } from './merchants';

/** What becomes due the moment an order is paid: the books of merchants, the estate's board, the channel's funnel. */
export function paidEffects(order: Order, nowMs: number): Effects {
  return { ...borneEffects(order, nowMs), ...boardEffects(order, nowMs), ...channelEffects(order, nowMs) };
}
