import type { BundleView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { OfferTags, type Tag } from '@/components/OfferTag';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { bundleWords } from '@/text/areas/bundle';
import { bundleTitle } from '@/text/bundles';
import { yuanText } from '@/text/money';

/** Beyond this many the exact number helps nobody. */
const PLENTY_FROM = 50;

/** What a set costs beside its goods by themselves. */
export function SetPrice({ bundle }: { bundle: BundleView }) {
  const { setFen, listFen, savingFen, setsLeft, residents } = bundle;
  const tags: Tag[] = [
    ...(savingFen > 0 ? [{ tone: 'save' as const, text: bundleWords.saves(yuanText(savingFen)) }] : []),
    ...(residents === 'all' ? [] : [{ tone: 'plain' as const, text: bundleWords.residents[residents] }]),
  ];
  return (
    <Card className="ll-mt-12" id="set-price">
      <View className="ll-spread ll-spread--base">
        <Price fen={setFen} size="xl" />
        {savingFen > 0 && <View className="ll-note">{bundleWords.alone(yuanText(listFen))}</View>}
      </View>
      <View className="ll-t2 ll-mt-8">{bundleTitle(bundle)}</View>
      {tags.length > 0 && <OfferTags wrap tags={tags} className="ll-mt-12" />}
      <View className="ll-divider" />
      <View className="ll-cap">{stockText(setsLeft)}</View>
    </Card>
  );
}

function stockText(setsLeft: number): string {
  if (setsLeft < 1) return bundleWords.soldOut;
  return setsLeft >= PLENTY_FROM ? bundleWords.plenty : bundleWords.setsLeft(setsLeft);
}
