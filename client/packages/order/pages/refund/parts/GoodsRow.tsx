import { View } from '@tarojs/components';
import { Tile } from '@/components/Tile';

export interface GoodsRowProps {
  good: { readonly picture: string; readonly tint: string; readonly name: string; readonly spec: string };
  /** How many, and for a refund what was paid for them. */
  note: string;
}

export function GoodsRow({ good, note }: GoodsRowProps) {
  return (
    <View className="refund-line">
      <Tile picture={good.picture} tint={good.tint} size={56} />
      <View className="ll-grow ll-ml-12">
        <View className="refund-line__name">
          {good.name} {good.spec}
        </View>
        <View className="ll-cap">{note}</View>
      </View>
    </View>
  );
}
