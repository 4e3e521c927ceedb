import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Price, WasPrice } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { checkoutWords } from '@/text/areas/checkout';
import '../index.scss';

/** What is bought, a row for each price: units of one SKU may have two. */
export function Goods({ view: { quote, lines } }: { view: QuoteView }) {
  const lineOf = new Map(lines.map((line) => [line.skuId, line]));
  return (
    <Card>
      {quote.lines.map((units) => {
        const line = lineOf.get(units.skuId);
        return (
          <View className="till-goods" key={units.lineId}>
            <Tile picture={line?.picture ?? 'basket'} tint={line?.tint ?? 'oat'} size={56} />
            <View className="ll-grow ll-ml-12">
              <View className="till-goods__name">
                {line?.name} {line?.spec}
              </View>
              <View className="ll-row ll-row--4 ll-row--base">
                <Price fen={units.unitFen} size="s" tone="ink" />
                {units.unitFen < units.listUnitFen && <WasPrice fen={units.listUnitFen} />}
              </View>
            </View>
            <View className="ll-num ll-ink-2 ll-ml-12">{checkoutWords.itemLine(units.quantity)}</View>
          </View>
        );
      })}
    </Card>
  );
}
