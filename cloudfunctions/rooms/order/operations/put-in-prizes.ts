import { holdPrizes, prizesIn } from '../../../kernel/prizes';
import type { Wallet } from '../../../kernel/wallet';
import type { PutInPrize } from '../contract';
import type { Order } from '../document';
import { carriedPrizes } from './effects/prizes';

const GONE: readonly Order['state'][] = ['closing', 'closed', 'aborted', 'cancelled'];

/** What is put into the bag beside the goods, the longest won first; an order that is not to be packed has none. */
export function putInPrizes(order: Order): PutInPrize[] {
  return GONE.includes(order.state) ? [] : shown(carriedPrizes(order));
}

/** What an order placed now would take along. */
export const waitingPrizes = (wallet: Wallet, nowMs: number): PutInPrize[] =>
  shown(Object.entries(prizesIn(holdPrizes(wallet, NEXT, nowMs), NEXT)));

const NEXT = 'next';

const shown = (prizes: ReturnType<typeof carriedPrizes>): PutInPrize[] =>
  prizes
    .map(([prizeId, prize]): PutInPrize => ({ prizeId, ...prize }))
    .sort((a, b) => a.wonAtMs - b.wonAtMs || (a.prizeId < b.prizeId ? -1 : 1));
