import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { shopWords } from '@/text/areas/shop';

export type Sort = 'popular' | 'price-up' | 'price-down';

/** By what sells, or by price: a second tap on the price turns it round. */
export function SortRow({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const byPrice = sort !== 'popular';
  return (
    <View className="shop__sort">
      <View
        className={classes('shop__order', !byPrice && 'shop__order--on')}
        onClick={() => onSort('popular')}
        {...a11y('button')}
      >
        {shopWords.sortPopular}
      </View>
      <View
        className={classes('shop__order', byPrice && 'shop__order--on')}
        onClick={() => onSort(sort === 'price-up' ? 'price-down' : 'price-up')}
        {...a11y('button')}
      >
        {shopWords.sortPrice}
        {byPrice && <Icon name={sort === 'price-up' ? 'up' : 'down'} size={12} className="ll-ml-4" />}
      </View>
    </View>
  );
}
