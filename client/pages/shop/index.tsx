import type { BundleView, CategoryView } from '@rooms/catalog/contract';
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
import { bundleWords } from '@/text/areas/bundle';
import { shopWords } from '@/text/areas/shop';
import { Rail } from './parts/Rail';
import { Sets } from './parts/Sets';
import { Shelf } from './parts/Shelf';
import './index.scss';

/** The catalogue: a rail of categories, and the shelf of the one that is on. */
export default function ShopPage() {
  const [wanted, setWanted] = useState<string | null>(null);
  const load = useLoad(async () => {
    // Sets are a shelf of their own where there are some; the catalogue stands without them.
    const sets = resident.ask('catalog.bundles', {}).catch(() => ({ bundles: [] }));
    const [{ categories }, { bundles }] = await Promise.all([resident.ask('catalog.categories', {}), sets]);
    return { categories, bundles };
  }, []);
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
        {(shop) => <Catalog {...shop} wanted={wanted} onWant={setWanted} />}
      </AsyncView>
    </Page>
  );
}

interface CatalogProps {
  categories: readonly CategoryView[];
  bundles: readonly BundleView[];
  wanted: string | null;
  onWant: (categoryId: string) => void;
}

/** No category of the shop is named so: theirs are made of letters and digits. */
const SETS = ':sets';

function Catalog({ categories, bundles, wanted, onWant }: CatalogProps) {
  const sets = bundles.length > 0 ? [{ categoryId: SETS, name: bundleWords.name }] : [];
  const onSets = wanted === SETS && sets.length > 0;
  const current = categories.find(({ categoryId }) => categoryId === wanted) ?? categories[0];
  if (!current) return null;
  return (
    <View className="shop">
      <Rail categories={[...sets, ...categories]} current={onSets ? SETS : current.categoryId} onPick={onWant} />
      <View className="shop__shelf">
        {onSets ? (
          <Sets bundles={bundles} />
        ) : (
          <Shelf category={current} onOther={() => onWant(categories[0]?.categoryId ?? '')} />
        )}
      </View>
    </View>
  );
}
