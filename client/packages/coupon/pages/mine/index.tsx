import type { CouponView } from '@rooms/coupon/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { CouponCard } from '@/components/CouponCard';
import { Page, PageBody } from '@/components/Page';
import { SkeletonCoupons } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { openShop } from '@/services/target';
import { words } from '@/text';
import { couponWords } from '@/text/areas/coupon';
import { couponTicket } from '@/text/coupons';
import './index.scss';

type Tab = keyof typeof couponWords.tabs;

const tabs = (Object.keys(couponWords.tabs) as Tab[]).map((key) => ({ key, text: couponWords.tabs[key] }));

/** Above this many tickets the soft edge costs more than it shows (design: CouponCard). */
const MOST_SOFT = 20;

export default function MinePage() {
  const [tab, setTab] = useState<Tab>('usable');
  const coupons = usePages((cursor) => resident.ask('coupon.mine', { tab, cursor }), [tab], { fresh: true });
  useReachBottom(coupons.more);
  usePullDownRefresh(() => void coupons.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <Tabs tabs={tabs} value={tab} onChange={setTab} />
        <AsyncView
          load={coupons.load}
          skeleton={<SkeletonCoupons />}
          empty={({ rows }) => (rows.length > 0 ? null : <NoCoupons tab={tab} />)}
        >
          {() => (
            <>
              {coupons.rows.map((coupon) => (
                <Ticket key={coupon.couponId} coupon={coupon} flat={coupons.rows.length > MOST_SOFT} />
              ))}
              <View className="ll-foot">{coupons.hasMore ? words.loadingMore : words.nothingMore}</View>
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Ticket({ coupon, flat }: { coupon: CouponView; flat: boolean }) {
  return (
    <View className="mine-one">
      <CouponCard
        {...couponTicket(coupon, serverNowMs())}
        id={`coupon-${coupon.couponId}`}
        flat={flat}
        onAction={() => openShop(null)}
      />
    </View>
  );
}

function NoCoupons({ tab }: { tab: Tab }) {
  return (
    <Empty
      picture="gift"
      title={couponWords.noneTitle[tab]}
      note={couponWords.noneNote}
      actionText={couponWords.noneAction}
      onAction={() => openTab('coupon')}
    />
  );
}
