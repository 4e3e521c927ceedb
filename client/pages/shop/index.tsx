import type { CategoryView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { NavBar } from '@/components/NavBar';
import { Page } from '@/components/Page';
import { SearchEntry } from '@/components/SearchBox';
import { SkeletonList } from '@/components/Skeleton';
import { type Load, useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { SETS, takeWantedCategory } from '@/services/target';
import { useCart } from '@/stores/cart';
import { bundleWords } from '@/text/areas/bundle';
import { shopWords } from '@/text/areas/shop';
import { Rail } from './parts/Rail';
import { Sets, type SetsAsked } from './parts/Sets';
import { Shelf } from './parts/Shelf';
import './index.scss';

/** The catalogue: a rail of categories, and the shelf of the one that is on. */
export default function ShopPage() {
  const [wanted, setWanted] = useState<string | null>(null);
  const load = useLoad(async () => {
    // Sets are a shelf of their own where there are some; the catalogue stands without them.
    const sets = resident.ask('catalog.bundles', {}).catch((error: unknown) => ({ error }));
    const [{ categories }, asked] = await Promise.all([resident.ask('catalog.categories', {}), sets]);
    return { categories, sets: asked };
  }, []);
  useDidShow(() => {
    const taken = takeWantedCategory();
    if (taken !== null) setWanted(taken);
    // Home saw sets just now; what this page knows of them may be older.
    if (taken === SETS) void load.reload();
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
        {(shop) => <Catalog {...shop} load={load} wanted={wanted} onWant={setWanted} />}
      </AsyncView>
    </Page>
  );
}

interface CatalogProps {
  categories: readonly CategoryView[];
  sets: SetsAsked;
  load: Pick<Load<unknown>, 'refreshing' | 'reload'>;
  wanted: string | null;
  onWant: (categoryId: string) => void;
}

function Catalog({ categories, sets, load, wanted, onWant }: CatalogProps) {
  const onSets = wanted === SETS;
  const current = categories.find(({ categoryId }) => categoryId === wanted) ?? categories[0];
  if (!current) return null;
  const hasSets = 'bundles' in sets && sets.bundles.length > 0;
  const rail = hasSets || onSets ? [{ categoryId: SETS, name: bundleWords.name }, ...categories] : categories;
  const leave = () => onWant(categories[0]?.categoryId ?? '');
  return (
    <View className="shop">
      <Rail categories={rail} current={onSets ? SETS : current.categoryId} onPick={onWant} />
      <View className="shop__shelf">
        {onSets ? <Sets sets={sets} load={load} onOther={leave} /> : <Shelf category={current} onOther={leave} />}
      </View>
    </View>
  );
}
