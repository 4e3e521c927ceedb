import { shanghaiDay } from '@kernel/period';
import type { ChanceView } from '@rooms/draw/contract';
import { drawWords } from '@/text/areas/draw';
import { dayText } from '@/text/times';

/** More days than this are not told one by one. */
const MOST_DAYS = 3;

/** 「您有 2 次机会，来自 11 月 19 日、11 月 21 日 收到的货」 */
export function chancesText(chances: readonly ChanceView[]): string {
  if (chances.length === 0) return drawWords.noChance;
  const of = (source: ChanceView['source']) => chances.filter((chance) => chance.source === source);
  const origins = [
    ...ordersText(of('order')),
    ...(of('points').length > 0 ? [drawWords.ofPoints] : []),
    ...(of('gift').length > 0 ? [drawWords.ofShop] : []),
  ];
  return drawWords.chances(chances.length) + drawWords.from(origins.join(drawWords.and));
}

function ordersText(chances: readonly ChanceView[]): string[] {
  if (chances.length === 0) return [];
  const sorted = [...chances].sort((a, b) => a.atMs - b.atMs);
  const days = new Map(sorted.map(({ atMs }) => [shanghaiDay(atMs), dayText(atMs)]));
  const shown = [...days.values()].slice(-MOST_DAYS);
  return [drawWords.ofOrders(shown.join(drawWords.and))];
}
