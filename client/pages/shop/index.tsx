import type { CategoryView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { NavBar } from '@/components/NavBar';
import { Page } from '@/components/Page';
import { SearchEntry } from '@/components/SearchBox';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { takeWantedCategory } from '@/services/target';
import { useCart } from '@/stores/cart';
import { shopWords } from '@/text/areas/shop';
import { Rail } from './parts/Rail';
import { Shelf } from './parts/Shelf';
import './index.scss';

/** The catalogue: a rail of categories, and the shelf of the one that is on. */
export default function ShopPage() {
  const [wanted, setWanted] = useState<string | null>(null);
  const load = useLoad(() => resident.ask('catalog.categories', {}), []);
  useDidShow(() => {
    const taken = takeWantedCategory();
    if (taken !== null) setWanted(taken);
  });
  useEffect(() => {
    // Without it the shelf shows no steppers; the goods are there all the same.
    if (useCart.getState().lines === null)
      void useCart
        .getState()
        .fetch()
        .catch(() => undefined);
  }, []);
  return (
    <Page className="shop-page">
      <NavBar>
        <SearchEntry hint={shopWords.searchHint} onTap={() => open('search')} />
      </NavBar>
      <AsyncView
        load={load}
        skeleton={
          <View className="shop-wait">
            <SkeletonList />
          </View>
        }
      >
        {({ categories }) => <Catalog categories={categories} wanted={wanted} onWant={setWanted} />}
      </AsyncView>
    </Page>
  );
}

interface CatalogProps {
  categories: readonly CategoryView[];
  wanted: string | null;
  onWant: (categoryId: string) => void;
}

function Catalog({ categories, wanted, onWant }: CatalogProps) {
  const current = categories.find(({ categoryId }) => categoryId === wanted) ?? categories[0];
  if (!current) return null;
  return (
    <View className="shop">
      <Rail categories={categories} current={current.categoryId} onPick={onWant} />
      <View className="shop__shelf">
        <Shelf category={current} onOther={() => onWant(categories[0]?.categoryId ?? '')} />
      </View>
    </View>
  );
}
