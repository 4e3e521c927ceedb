import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { AddButton } from '@/components/ProductCard';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import type { TopUpping } from '@/hooks/useTopUps';
import { givenWords } from '@/text/areas/given';
import { quoteWords } from '@/text/areas/quote';
import { yuanText } from '@/text/money';
import type { TopUpFace, TopUpShelf } from '@/text/topups';
import './index.scss';

const say = quoteWords.topUp;

type Deeds = Pick<TopUpping, 'stale' | 'add'>;

function Cost({ face: { priceFen, wasFen, quantity } }: { face: TopUpFace }) {
  return (
    <View className="ll-row ll-row--4 ll-row--base">
      <Price fen={priceFen} size="s" />
      {wasFen !== undefined && <WasPrice fen={wasFen} />}
      {quantity > 1 && <View className="ll-num ll-cap">{givenWords.times(quantity)}</View>}
    </View>
  );
}

/** The one that just reaches it. */
export function BestTopUp({ face, effect, stale, add }: NonNullable<TopUpShelf['best']> & Deeds) {
  const { skuId, quantity } = face;
  return (
    <Card className="ll-top-up__best">
      <View className="ll-flex">
        <Tile picture={face.picture} tint={face.tint} size={88} />
        <View className="ll-grow ll-ml-12">
          <OfferTag tone="save">{say.justRight}</OfferTag>
          <View className="ll-strong ll-mt-4 ll-top-up__name">{face.name}</View>
          <Cost face={face} />
        </View>
        <View className="ll-ml-8">
          <Button size="small" busy={stale} onTap={() => add(skuId, quantity)} id={`top-up-best-${skuId}`}>
            {quantity > 1 ? say.addCount(quantity) : say.add}
          </Button>
        </View>
      </View>
      <View className="ll-note ll-save ll-mt-8">{effect}</View>
    </Card>
  );
}

export function TopUpRows({ faces, stale, add }: { faces: readonly TopUpFace[] } & Deeds) {
  return (
    <Card cells>
      {faces.map((face) => (
        <View className="ll-top-up__row" key={`${face.from}-${face.skuId}`}>
          <Tile picture={face.picture} tint={face.tint} size={56} />
          <View className="ll-grow ll-ml-12">
            <View className="ll-top-up__name">{face.name}</View>
            <Cost face={face} />
          </View>
          <View className="ll-top-up__then">
            <View className="ll-cap">{say.afterwards}</View>
            <View className="ll-num ll-ink-2">{yuanText(face.payableFen)}</View>
          </View>
          <AddButton
            label={say.addLabel(face.name)}
            onTap={() => !stale && add(face.skuId, face.quantity)}
            id={`top-up-${face.skuId}`}
          />
        </View>
      ))}
    </Card>
  );
}
