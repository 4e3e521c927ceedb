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
import { useKept } from '@/hooks/useKept';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { cancelByShop, cancelLines, moveOn } from './deeds';
import { byBuilding, type Group } from './parts/byBuilding';
import { OrderRow, type OrderRowProps } from './parts/OrderRow';
import { Picking } from './parts/Picking';
import { ShortSheet } from './parts/ShortSheet';
import './index.scss';

type State = keyof typeof staffWords.states;
const states = Object.keys(staffWords.states) as State[];

/** What the shop has to do: orders by state, together by building, one button each. */
export default function BoardPage() {
  const [state, setState] = useState<State>('paid');
  const orders = usePages((cursor) => staff.ask('order.board', { state, cursor }), [state], { fresh: true });
  const counts = useKept(orders.load.data?.counts) ?? {};
  const refresh = () => orders.load.reload();
  const move = useTap(async (order: StaffOrderCard) => {
    await moveOn(order);
    await refresh();
  });
  const cancel = useTap(async (order: StaffOrderCard) => {
    if (await cancelByShop(order)) await refresh();
  });
  const [shortOf, setShortOf] = useState<StaffOrderCard | null>(null);
  const short = useTap(async (order: StaffOrderCard, lines: { lineId: string; units: number }[]) => {
    await cancelLines(order, lines);
    setShortOf(null);
    await refresh();
  });
  const deeds = { busy: move.busy || cancel.busy || short.busy, onMove: move.tap, onCancel: cancel.tap };
  useOnReturn(() => void refresh());
  useReachBottom(orders.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  const tabs = states.map((key) => ({ key, text: staffWords.tab(staffWords.states[key], counts[key] ?? 0) }));
  return (
    <Page foot={state === 'paid' ? 'tall' : undefined}>
      <PageBody>
        <Tabs tabs={tabs} value={state} onChange={setState} />
        <AsyncView
          load={orders.load}
          skeleton={<SkeletonList />}
          kept={staffWords.kept}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <Nothing state={state} onRefresh={refresh} />)}
        >
          {() => (
            <View id="board" data-state={state}>
              {state === 'paid' ? (
                <Picking orders={orders.rows} counts={counts} onShort={setShortOf} {...deeds} />
              ) : (
                byBuilding(orders.rows).map((group) => <Walk key={group.place} group={group} {...deeds} />)
              )}
              <View className="ll-foot">{orders.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
        {shortOf && (
          <ShortSheet
            order={shortOf}
            busy={short.busy}
            onClose={() => setShortOf(null)}
            onCancel={(lines) => short.tap(shortOf, lines)}
          />
        )}
      </PageBody>
    </Page>
  );
}

interface WalkProps extends Pick<OrderRowProps, 'busy' | 'onMove' | 'onCancel'> {
  group: Group;
}

/** One building's orders. */
function Walk({ group, ...deeds }: WalkProps) {
  return (
    <View>
      <View className="board-place">
        <View className="ll-t2">{group.place}</View>
        <View className="ll-note ll-ml-8">{staffWords.orders(group.orders.length)}</View>
      </View>
      <Card cells>
        {group.orders.map((order) => (
          <OrderRow key={order.orderId} order={order} {...deeds} />
        ))}
      </Card>
    </View>
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
