import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useMemo } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { ProductCard } from '@/components/ProductCard';
import { SkeletonGrid } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useCartDeeds } from '@/hooks/useCartDeeds';
import { usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { searchWords } from '@/text/areas/search';
import { productFace } from '@/text/product';

/** What was found, or what else there is. */
export function Found({ text }: { text: string }) {
  const pages = usePages((cursor) => resident.ask('catalog.search', { text, cursor }), [text]);
  const faces = useMemo(() => pages.rows.map(productFace), [pages.rows]);
  const deeds = useCartDeeds();
  useReachBottom(pages.more);
  return (
    <AsyncView
      load={pages.load}
      skeleton={<SkeletonGrid />}
      empty={({ rows }) =>
        rows.length > 0 ? null : (
          <Empty
            title={searchWords.noneTitle(text)}
            note={searchWords.noneNote}
            actionText={searchWords.noneAction}
            onAction={() => openTab('home')}
          />
        )
      }
    >
      {({ total }) => (
        <>
          <View className="ll-cap ll-mb-8">{searchWords.found(total)}</View>
          <View className="ll-grid" id="found">
            {faces.map((face) => (
              <ProductCard key={face.productId} product={face} onOpen={deeds.onOpen} onAdd={deeds.onAdd} />
            ))}
          </View>
          <View className="ll-foot">{pages.hasMore ? words.loadingMore : words.nothingMore}</View>
        </>
      )}
    </AsyncView>
  );
}
