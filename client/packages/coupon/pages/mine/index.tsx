import type { CouponView } from '@rooms/coupon/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { CouponCard } from '@/components/CouponCard';
import { Page, PageBody } from '@/components/Page';
import { Remind } from '@/components/Remind';
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

/** A message comes a day before the end, and not at night. */
const REMINDED_MS = 2 * 86_400_000;

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
              {tab === 'usable' && <RemindOfFirst coupons={coupons.rows} />}
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

/** The one that ends first and is not agreed to yet: one consent is one message. */
function RemindOfFirst({ coupons }: { coupons: readonly CouponView[] }) {
  const [first] = coupons
    .filter(({ validUntilMs }) => validUntilMs - serverNowMs() > REMINDED_MS)
    .sort((a, b) => a.validUntilMs - b.validUntilMs);
  if (!first) return null;
  return (
    <View className="ll-card ll-card--pad ll-mb-12">
      <View className="ll-cap">{first.title}</View>
      <Remind key={first.couponId} kind="coupon-expiring" about={first.couponId} />
    </View>
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
