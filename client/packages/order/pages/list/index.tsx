import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { orderWords } from '@/text/areas/order';
import { payOrder } from '../../deeds/payOrder';
import { OrderCard } from '../../parts/OrderCard';

type Tab = keyof typeof orderWords.tabs;

const tabs = (Object.keys(orderWords.tabs) as Tab[]).map((key) => ({ key, text: orderWords.tabs[key] }));

export default function ListPage() {
  const asked = useRouter().params.tab;
  const [tab, setTab] = useState<Tab>(tabs.find(({ key }) => key === asked)?.key ?? 'all');
  const orders = usePages((cursor) => resident.ask('order.list', { tab, cursor }), [tab], { fresh: true });
  const pay = useTap(payOrder);
  useOnReturn(() => void orders.load.reload());
  useReachBottom(orders.more);
  usePullDownRefresh(() => void orders.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <Tabs tabs={tabs} value={tab} onChange={setTab} />
        <View className="ll-mt-8">
          <AsyncView
            load={orders.load}
            skeleton={<SkeletonList />}
            empty={({ rows }) => (rows.length > 0 ? null : <NoOrders tab={tab} />)}
          >
            {() => (
              <>
                {orders.rows.map((order) => (
                  <OrderCard key={order.orderId} order={order} onPay={pay.tap} />
                ))}
                <View className="ll-foot">{orders.hasMore ? words.loadingMore : words.nothingMore}</View>
              </>
            )}
          </AsyncView>
        </View>
      </PageBody>
    </Page>
  );
}

function NoOrders({ tab }: { tab: Tab }) {
  return (
    <Empty
      title={tab === 'all' ? orderWords.emptyTitle : orderWords.emptyTabTitle}
      note={orderWords.emptyNote}
      actionText={orderWords.emptyAction}
      onAction={() => openTab('home')}
    />
  );
}
