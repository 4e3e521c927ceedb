import type { HomeView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { ProductCard } from '@/components/ProductCard';
import { SkeletonGrid } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { useCartDeeds } from '@/hooks/useCartDeeds';
import { type Pages, usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { words } from '@/text';
import { shopWords } from '@/text/areas/shop';
import { productFace } from '@/text/product';

type Products = HomeView['products'];

/** The shelf of a tab: '' is what neighbours buy, whose first page came with home itself. */
export function useGoods(tab: string, popular: Products): Pages<Products> {
  return usePages(
    async (cursor) => {
      if (tab === '' && cursor === undefined) return popular;
      return resident.ask('catalog.list', tab === '' ? { cursor } : { categoryId: tab, cursor });
    },
    [tab, popular],
  );
}

export interface GoodsProps {
  tabs: HomeView['tabs'];
  tab: string;
  onTab: (tab: string) => void;
  goods: Pages<Products>;
}

export function Goods({ tabs, tab, onTab, goods }: GoodsProps) {
  const deeds = useCartDeeds();
  const faces = useMemo(() => goods.rows.map(productFace), [goods.rows]);
  const all = [
    { key: '', text: shopWords.popular },
    ...tabs.map(({ categoryId, name }) => ({ key: categoryId, text: name })),
  ];
  return (
    <View className="ll-mt-16">
      <Tabs tabs={all} value={tab} onChange={onTab} />
      <View className="ll-mt-8">
        <AsyncView
          load={goods.load}
          skeleton={<SkeletonGrid />}
          empty={({ rows }) =>
            rows.length > 0 ? null : <Empty title={shopWords.homeEmptyTitle} note={shopWords.homeEmptyNote} />
          }
        >
          {() => (
            <>
              <View className="ll-grid" id="goods">
                {faces.map((face) => (
                  <ProductCard key={face.productId} product={face} onOpen={deeds.onOpen} onAdd={deeds.onAdd} />
                ))}
              </View>
              <View className="ll-foot">
                {goods.hasMore ? words.loadingMore : `${words.nothingMore}。${shopWords.wasNote}`}
              </View>
            </>
          )}
        </AsyncView>
      </View>
    </View>
  );
}
