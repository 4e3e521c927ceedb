import type { TopUpView } from '@rooms/order/contract';
import { quoteWords } from './areas/quote';
import { yuanText } from './money';

/** Goods that bring the next step nearer, as the sheet shows them. */
export interface TopUpFace {
  skuId: string;
  name: string;
  picture: string;
  tint: string;
  /** Units that one tap adds. */
  quantity: number;
  priceFen: number;
  wasFen: number | undefined;
  /** What would then be paid. */
  payableFen: number;
  from: TopUpView['from'];
}

export interface TopUpShelf {
  /** Reaches the step at the lowest sum to pay, with what it does to that sum; null: nothing reaches it. */
  best: { face: TopUpFace; effect: string } | null;
  /** The others, by where they come from; only those that have goods. */
  tabs: readonly { key: TopUpView['from']; text: string; faces: readonly TopUpFace[] }[];
}

const ORDER: readonly TopUpView['from'][] = ['nearest', 'bought', 'goes-with'];

/** The one that just reaches it first, the others in their tabs. `payableFen`: to pay without any of them. */
export function topUpShelf(topUps: readonly TopUpView[], payableFen: number): TopUpShelf {
  const [best] = topUps.filter((one) => one.reaches).sort((a, b) => a.payableFen - b.payableFen);
  const others = topUps.filter((one) => one !== best).map(faceOf);
  const tabs = ORDER.map((key) => ({
    key,
    text: quoteWords.topUp.tabs[key],
    faces: others.filter((face) => face.from === key),
  }));
  return {
    best: best ? { face: faceOf(best), effect: effectText(best.payableFen - payableFen) } : null,
    tabs: tabs.filter(({ faces }) => faces.length > 0),
  };
}

/** What is in the sum to pay, and what is out of it already; '' where it is the goods alone. */
export function footText({ freightPaidFen, savedFen }: { freightPaidFen: number; savedFen: number }): string {
  const say = quoteWords.topUp;
  return [
    freightPaidFen > 0 ? say.withFreight(yuanText(freightPaidFen)) : '',
    savedFen > 0 ? say.saved(yuanText(savedFen)) : '',
  ]
    .filter(Boolean)
    .join('，');
}

function faceOf({
  skuId,
  name,
  spec,
  picture,
  tint,
  quantity,
  priceFen,
  listFen,
  payableFen,
  from,
}: TopUpView): TopUpFace {
  const wasFen = priceFen < listFen ? listFen : undefined;
  return { skuId, name: `${name} ${spec}`.trim(), picture, tint, quantity, priceFen, wasFen, payableFen, from };
}

function effectText(moreFen: number): string {
  const say = quoteWords.topUp;
  if (moreFen === 0) return say.payNone;
  return moreFen < 0 ? say.payLess(yuanText(-moreFen)) : say.payMore(yuanText(moreFen));
}
