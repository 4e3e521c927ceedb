import type { BundleComponentView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { open } from '@/services/navigate';
import { bundleWords } from '@/text/areas/bundle';
import { givenWords } from '@/text/areas/given';
import { yuanText } from '@/text/money';
import '../index.scss';

/** What is in a set, each with its own price and what is left of it; a tap opens it. */
export function Components({ components }: { components: readonly BundleComponentView[] }) {
  const units = components.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Card
      title={bundleWords.inside}
      aside={<View className="ll-note">{bundleWords.insideCount(components.length, units)}</View>}
      id="bundle-goods"
    >
      {components.map((good, index) => (
        <View
          key={good.skuId}
          id={`good-${good.skuId}`}
          className={classes('set-good', index === 0 && 'set-good--first')}
          onClick={() => open('product', { id: good.productId })}
          {...a11y('link')}
        >
          <Tile
            picture={good.picture}
            tint={good.tint}
            size={56}
            off={good.stock.state === 'out'}
            word={good.stock.state === 'out' ? bundleWords.out : undefined}
          />
          <View className="ll-grow ll-ml-12">
            <View className="set-good__name">
              {good.name} {good.spec}
            </View>
            <View className="ll-cap">
              {bundleWords.listEach(yuanText(good.listFen))}
              {good.stock.state === 'low' && `，${bundleWords.left(good.stock.left)}`}
            </View>
          </View>
          <View className="ll-num ll-ink-2 ll-ml-12">{givenWords.times(good.quantity)}</View>
          <Icon name="right" size={16} className="ll-ink-3 ll-ml-8" />
        </View>
      ))}
    </Card>
  );
}
