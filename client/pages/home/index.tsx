import type { HomeView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { NavBar } from '@/components/NavBar';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { SearchEntry } from '@/components/SearchBox';
import { SkeletonShelf } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { useForward } from '@/services/share';
import { openTarget } from '@/services/target';
import { useSession } from '@/stores/session';
import { shopWords } from '@/text/areas/shop';
import { Campaigns } from './parts/Campaigns';
import { CouponStrip } from './parts/CouponStrip';
import { EstateName } from './parts/EstateName';
import { Goods, useGoods } from './parts/Goods';
import { MarketStall } from './parts/MarketStall';
import { SetsCard } from './parts/SetsCard';
import { TodaysPopup } from './parts/TodaysPopup';
import './index.scss';

/** The stall: two calls for the first screen, everything in one of them. */
export default function HomePage() {
  const load = useLoad(async () => {
    const [home] = await Promise.all([resident.ask('catalog.home', {}), useSession.getState().refresh()]);
    return home;
  }, []);
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  useForward('楼下小店，今天的菜今天到');
  return (
    <Page>
      <NavBar>
        <EstateName name={load.data?.estateName ?? null} known={load.state === 'ready'} />
      </NavBar>
      <PageBody>
        <SearchEntry hint={shopWords.searchHint} loud onTap={() => open('search')} />
        <View className="ll-mt-12">
          <AsyncView load={load} skeleton={<SkeletonShelf />}>
            {(home) => <Shelves home={home} onEnd={() => void load.reload()} />}
          </AsyncView>
        </View>
      </PageBody>
    </Page>
  );
}

function Shelves({ home, onEnd }: { home: HomeView; onEnd: () => void }) {
  const [tab, setTab] = useState('');
  const goods = useGoods(tab, home.products);
  useReachBottom(goods.more);
  const { banner, notice, coupons, cards, sets } = home;
  return (
    <>
      {banner && <MarketStall banner={banner} onEnd={onEnd} />}
      {notice && (
        <View className="ll-mt-12">
          <Notice onTap={notice.target === null ? undefined : () => openTarget(notice.target ?? '', null)}>
            {notice.text}
          </Notice>
        </View>
      )}
      {!banner && <TodaysPopup />}
      <CouponStrip templates={coupons} />
      <Campaigns cards={cards} openChances={home.openChances} />
      <SetsCard sets={sets} />
      <Goods tabs={home.tabs} tab={tab} onTab={setTab} goods={goods} />
    </>
  );
}
