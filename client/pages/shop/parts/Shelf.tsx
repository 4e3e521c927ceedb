import type { CategoryView } from '@rooms/catalog/contract';
import { ScrollView, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { ProductLine } from '@/components/ProductCard';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useCartDeeds } from '@/hooks/useCartDeeds';
import { usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { useCart } from '@/stores/cart';
import { words } from '@/text';
import { shopWords } from '@/text/areas/shop';
import { productFace } from '@/text/product';
import { type Sort, SortRow } from './SortRow';

export interface ShelfProps {
  category: CategoryView;
  /** Leads to a shelf with goods when this one is empty. */
  onOther: () => void;
}

/** Goods of one category. Scrolls by itself, so the rail stays. */
export function Shelf({ category, onOther }: ShelfProps) {
  const [sort, setSort] = useState<Sort>('popular');
  const { categoryId, name } = category;
  const pages = usePages((cursor) => resident.ask('catalog.list', { categoryId, sort, cursor }), [categoryId, sort]);
  const faces = useMemo(() => pages.rows.map(productFace), [pages.rows]);
  const inCart = useCart((cart) => cart.lines);
  const deeds = useCartDeeds();
  return (
    <ScrollView scrollY className="shop__scroll" onScrollToLower={pages.more} lowerThreshold={200}>
      <SortRow sort={sort} onSort={setSort} />
      <AsyncView
        load={pages.load}
        skeleton={<SkeletonList />}
        empty={({ rows }) =>
          rows.length > 0 ? null : (
            <Empty
              title={shopWords.emptyTitle}
              note={shopWords.emptyNote}
              actionText={shopWords.emptyAction}
              onAction={onOther}
            />
          )
        }
      >
        {() => (
          <>
            {faces.map((face, index) => (
              <ProductLine
                key={face.productId}
                product={face}
                first={index === 0}
                inCart={inCart?.find((line) => line.skuId === face.skuId)?.quantity ?? 0}
                onOpen={deeds.onOpen}
                onAdd={deeds.onAdd}
                onSet={deeds.onSet}
              />
            ))}
            <View className="ll-foot">
              {pages.hasMore ? words.loadingMore : shopWords.allShown(name, faces.length)}
              {!pages.hasMore && <View>{shopWords.wasNote}</View>}
            </View>
          </>
        )}
      </AsyncView>
    </ScrollView>
  );
}
