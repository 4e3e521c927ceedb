import type { StaffOrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { cancelByShop, moveOn } from './deeds';
import { byBuilding } from './parts/byBuilding';
import { OrderRow } from './parts/OrderRow';
import './index.scss';

type State = keyof typeof staffWords.states;
const states = Object.keys(staffWords.states) as State[];

/** What the shop has to do: orders by state, together by building, one button each. */
export default function BoardPage() {
  const [state, setState] = useState<State>('paid');
  const orders = usePages((cursor) => staff.ask('order.board', { state, cursor }), [state]);
  const counts = orders.load.data?.counts ?? {};
  const refresh = () => orders.load.reload();
  const move = useTap(async (order: StaffOrderCard) => {
    await moveOn(order);
    await refresh();
  });
  const cancel = useTap(async (order: StaffOrderCard) => {
    if (await cancelByShop(order)) await refresh();
  });
  useOnReturn(() => void refresh());
  useReachBottom(orders.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  const tabs = states.map((key) => ({ key, text: staffWords.tab(staffWords.states[key], counts[key] ?? 0) }));
  return (
    <Page>
      <PageBody>
        <Tabs tabs={tabs} value={state} onChange={setState} />
        <AsyncView
          load={orders.load}
          skeleton={<SkeletonList />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <Nothing state={state} onRefresh={refresh} />)}
        >
          {() => (
            <View id="board" data-state={state}>
              {byBuilding(orders.rows).map((group) => (
                <View key={group.place}>
                  <View className="board-place">
                    <View className="ll-t2">{group.place}</View>
                    <View className="ll-note ll-ml-8">{staffWords.orders(group.orders.length)}</View>
                  </View>
                  <Card cells>
                    {group.orders.map((order) => (
                      <OrderRow
                        key={order.orderId}
                        order={order}
                        busy={move.busy || cancel.busy}
                        onMove={move.tap}
                        onCancel={cancel.tap}
                      />
                    ))}
                  </Card>
                </View>
              ))}
              <View className="ll-foot">{orders.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Nothing({ state, onRefresh }: { state: State; onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={staffWords.emptyTitle[state]}
      note={staffWords.emptyNote}
      actionText={staffWords.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
