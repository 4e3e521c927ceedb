import type { CategoryView } from '@rooms/catalog/contract';
import { ScrollView, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';

export interface RailProps {
  categories: readonly Pick<CategoryView, 'categoryId' | 'name'>[];
  current: string;
  onPick: (categoryId: string) => void;
}

export function Rail({ categories, current, onPick }: RailProps) {
  return (
    <ScrollView scrollY className="shop__rail">
      {categories.map(({ categoryId, name }) => (
        <View
          key={categoryId}
          id={`category-${categoryId}`}
          className={classes('shop__category', categoryId === current && 'shop__category--on')}
          onClick={() => onPick(categoryId)}
          {...a11y('tab')}
        >
          {name}
        </View>
      ))}
    </ScrollView>
  );
}
