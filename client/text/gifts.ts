import type { GoodView } from '@rooms/order/contract';
import type { Benefit, ShownQuote } from '@rooms/settlement';
import type { GiftFace } from '@/components/GiftRow';
import { givenWords } from './areas/given';
import { countText, roundText, yuanText } from './money';

type Gift = ShownQuote['gifts'][number];

/** Where the gifts of a quote stand among its goods. */
export interface GiftPlaces {
  /** Those that so many units bring, by the SKU under whose line they stand. */
  readonly under: ReadonlyMap<string, readonly GiftFace[]>;
  /** Those that a sum brings: after all goods. */
  readonly rest: readonly GiftFace[];
}

/**
 * A gift stands under the last line of those that bring it, in the order in which lines are shown.
 * `goods`: the gifts' goods; one that is missing is no reason to hide the gift.
 */
export function giftPlaces(
  { gifts, lines }: Pick<ShownQuote, 'gifts' | 'lines'>,
  goods: readonly GoodView[],
  shownSkuIds: readonly string[],
): GiftPlaces {
  const under = new Map<string, GiftFace[]>();
  const rest: GiftFace[] = [];
  for (const gift of gifts) {
    const face = giftFace(gift, goods);
    const triggers = triggerSkuIds(gift, lines);
    const place = [...shownSkuIds].reverse().find((skuId) => triggers.has(skuId));
    if (place === undefined) rest.push(face);
    else under.set(place, [...(under.get(place) ?? []), face]);
  }
  return { under, rest };
}

function triggerSkuIds({ trigger }: Gift, lines: ShownQuote['lines']): ReadonlySet<string> {
  if (trigger.form !== 'units') return new Set();
  const lineIds = new Set(trigger.needs.flatMap((need) => need.lineIds));
  return new Set(lines.filter((line) => lineIds.has(line.lineId)).map((line) => line.skuId));
}

function giftFace(gift: Gift, goods: readonly GoodView[]): GiftFace {
  const good = goods.find(({ skuId }) => skuId === gift.skuId);
  const { trigger, valueUnitFen, quantity, substituteFor } = gift;
  const why = trigger.form === 'spend' ? givenWords.fromSpend(`¥${roundText(trigger.thresholdFen)}`) : '';
  const worth = valueUnitFen > 0 ? givenWords.worth(yuanText(valueUnitFen * quantity)) : '';
  const instead = substituteFor === null ? '' : givenWords.substitute;
  return {
    key: gift.lineId,
    picture: good?.picture || 'gift',
    tint: good?.tint ?? 'honey',
    name: goodName(good) || (gift.title ?? givenWords.benefit.gift),
    quantity,
    notes: [why, worth, instead].filter(Boolean),
  };
}

const goodName = (good: GoodView | undefined): string => (good ? `${good.name} ${good.spec}`.trim() : '');

/** What a threshold brings that is no price: 「延保 12 个月」「2 次抽奖」; a gift by its name where it is known. */
export function benefitText(benefit: Benefit, goods: readonly GoodView[] = []): string {
  const say = givenWords.benefit;
  switch (benefit.form) {
    case 'gift':
      return goodName(goods.find(({ skuId }) => skuId === benefit.skuId)) || say.gift;
    case 'warranty':
      return say.warranty(benefit.months);
    case 'support':
      return say.support(benefit.days);
    case 'chances':
      return say.chances(benefit.chances);
    case 'points':
      return say.points(countText(benefit.points));
    default:
      return say[benefit.form];
  }
}
