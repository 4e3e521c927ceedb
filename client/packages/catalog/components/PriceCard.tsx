import type { ProductView, SkuView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { Countdown } from '@/components/Countdown';
import { OfferTags } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { Card } from '@/components/Section';
import { productWords } from '@/text/areas/product';
import { offerTag } from '@/text/product';

export interface PriceCardProps {
  product: ProductView;
  sku: SkuView;
  onPriceEnd: () => void;
}

export function PriceCard({ product, sku, onPriceEnd }: PriceCardProps) {
  const { name, description, tags, soldCount, priceEndsAtMs } = product;
  const saveFen = sku.listFen - sku.priceFen;
  const ends = saveFen > 0 && sku.skuId === product.sku.skuId ? priceEndsAtMs : null;
  return (
    <Card className="product-price" id="price-card">
      <View className="ll-spread ll-spread--base">
        <View className="ll-row ll-row--base">
          <Price fen={sku.priceFen} size="xl" />
          {saveFen > 0 && <WasPrice fen={sku.listFen} />}
        </View>
        {ends !== null && (
          <View className="ll-row ll-row--4">
            <View className="ll-cap">{productWords.priceEnds}</View>
            <Countdown endsAtMs={ends} onEnd={onPriceEnd} />
          </View>
        )}
      </View>
      {saveFen > 0 && <View className="ll-note ll-save ll-mt-4">{productWords.save(saveFen)}</View>}
      <View className="ll-t2 ll-mt-12">
        {name} {sku.spec}
      </View>
      <View className="ll-note ll-mt-4">{description}</View>
      {tags.length > 0 && (
        <View className="ll-mt-12">
          <OfferTags wrap tags={tags.map(offerTag)} />
        </View>
      )}
      <View className="ll-divider" />
      <View className="ll-spread ll-cap">
        <View>{productWords.sold(soldCount)}</View>
        <View>{stockText(sku)}</View>
      </View>
    </Card>
  );
}

/** Beyond this many the exact number helps nobody. */
const plentyFrom = 100;

function stockText({ stock: { state, left } }: SkuView): string {
  if (state === 'out') return productWords.soldOut;
  return left >= plentyFrom ? productWords.plenty : productWords.left(left);
}
