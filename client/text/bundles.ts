import type { BundleView, GiftGoodView, SetsView } from '@rooms/catalog/contract';
import type { BundleFace } from '@/components/BundleCard';
import type { GiftFace } from '@/components/GiftRow';
import { bundleWords } from './areas/bundle';
import { givenWords } from './areas/given';
import { yuanText } from './money';

const nameOf = ({ name, spec }: { name: string; spec: string }): string => `${name} ${spec}`.trim();

/** Names that a title has room for. */
const MOST_NAMES = 2;

interface Titled {
  readonly title: string | null;
  readonly components: readonly { readonly name: string }[];
}

/** The operator's words, else what is in it: 「鲜牛奶、吐司，2 样一起」. */
export function bundleTitle({ title, components }: Titled): string {
  if (title !== null) return title;
  const names = components.slice(0, MOST_NAMES).map(({ name }) => name);
  return bundleWords.together(names.join('、'), components.length);
}

/** Null: it can be bought whole. */
export function bundleTrouble({ isForMe, residents, setsLeft }: BundleView): string | null {
  if (!isForMe) return bundleWords.notForMe[residents];
  return setsLeft < 1 ? bundleWords.soldOut : null;
}

/** A set as its card shows it. */
export function bundleFace(bundle: BundleView): BundleFace {
  const { offerId, components, setFen, listFen, savingFen, gift, substitute } = bundle;
  const given = comingGift(gift, substitute);
  return {
    offerId,
    title: bundleTitle(bundle),
    content: components.map((good) => bundleWords.item(nameOf(good), good.quantity)).join(bundleWords.plus),
    pictures: components.map(({ skuId, picture, tint }) => ({ key: skuId, picture, tint })),
    setFen,
    alone: savingFen > 0 ? bundleWords.alone(yuanText(listFen)) : '',
    saves: savingFen > 0 ? bundleWords.saves(yuanText(savingFen)) : '',
    gift: given ? bundleWords.gift(given.name) : '',
    trouble: bundleTrouble(bundle),
  };
}

/** What really comes: the stated gift, else its substitute; null where both are gone. */
export function comingGift(gift: GiftGoodView | null, substitute: GiftGoodView | null): GiftGoodView | null {
  return [gift, substitute].find((good) => good?.inStock) ?? null;
}

/** As a row; a substitute says that it is one. Null: nothing comes. */
export function comingGiftFace(gift: GiftGoodView | null, substitute: GiftGoodView | null): GiftFace | null {
  const good = comingGift(gift, substitute);
  if (good === null) return null;
  const { skuId, picture, tint, quantity, valueUnitFen } = good;
  const worth = valueUnitFen > 0 ? givenWords.worth(yuanText(valueUnitFen * quantity)) : '';
  const instead = good === gift ? otherwise(substitute) : givenWords.substitute;
  return { key: skuId, picture, tint, name: nameOf(good), quantity, notes: [worth, instead].filter(Boolean) };
}

/** 「送完换小葱」 */
export function otherwise(substitute: GiftGoodView | null): string {
  return substitute?.inStock ? givenWords.otherwise(substitute.name) : '';
}

/** All sets of home in one line, and what they save; '': nothing, they only stand together. */
export function setsLines(sets: SetsView): { line: string; saves: string } {
  const { count, mostSavingFen } = sets;
  return {
    line: bundleWords.some(bundleTitle(sets), count),
    saves: mostSavingFen > 0 ? bundleWords.savesMost(yuanText(mostSavingFen), count) : '',
  };
}
