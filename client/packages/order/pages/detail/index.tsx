import type { OrderView } from '@rooms/order/contract';
import { Image, View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Countdown } from '@/components/Countdown';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Slip } from '@/components/Slip';
import { Timeline } from '@/components/Timeline';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { pictureUrl } from '@/services/picture';
import { orderWords } from '@/text/areas/order';
import { orderHeadline, orderTimeline } from '@/text/orders';
import { slipRows } from '@/text/slip';
import { whenText } from '@/text/times';
import { ExchangeCard } from '../../parts/ExchangeCard';
import { OrderActions } from '../../parts/OrderActions';
import { OrderFacts } from '../../parts/OrderFacts';
import { OrderLines } from '../../parts/OrderLines';
import { RefundCard } from '../../parts/RefundCard';

/** An order that was delivered is received by itself after 3 days (product.md G1). */
const AUTO_RECEIVE_MS = 3 * 86_400_000;

export default function DetailPage() {
  const { id = '' } = useRouter().params;
  const load = useLoad(() => resident.ask('order.detail', { orderId: id }), [id]);
  // What an act just answered is newer than what was loaded before it.
  const [changed, setChanged] = useState<OrderView | null>(null);
  const refresh = () => load.reload().then(() => setChanged(null));
  useOnReturn(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={orderWords.goHome} onExit={() => openTab('home')}>
          {(loaded) => (
            <Order
              order={changed ?? loaded}
              onChanged={(order) => (order ? setChanged(order) : void refresh())}
              onDeadline={() => void refresh()}
            />
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

interface OrderProps {
  order: OrderView;
  onChanged: (order: OrderView | null) => void;
  onDeadline: () => void;
}

function Order({ order, onChanged, onDeadline }: OrderProps) {
  const nowMs = serverNowMs();
  const { title, note } = orderHeadline(order, nowMs);
  const nameOf = (skuId: string) => order.lines.find((line) => line.skuId === skuId)?.name;
  const delivered = order.state === 'delivered' ? order.timeline.find((step) => step.state === 'delivered') : undefined;
  const { rewards } = order;
  const brings = rewards && (rewards.points > 0 || rewards.chances > 0);
  return (
    <View id="order" data-state={order.state}>
      <View className="ll-spread ll-mt-4 ll-mb-12">
        <View className="ll-grow">
          <View className="ll-t1" id="order-state">
            {title}
          </View>
          <View className="ll-note ll-mt-4">{note}</View>
          {order.state === 'placed' && (
            <View className="ll-row ll-mt-8">
              <View className="ll-note">{orderWords.payCountdown}</View>
              <Countdown endsAtMs={order.deadlineAtMs} onEnd={onDeadline} />
            </View>
          )}
        </View>
        <Image className="order-head__picture" src={pictureUrl('basket')} mode="aspectFit" />
      </View>
      <Card>
        <Timeline items={orderTimeline(order, nowMs)} />
        {delivered && (
          <View className="ll-note ll-mt-8">
            {orderWords.autoReceive(whenText(delivered.atMs + AUTO_RECEIVE_MS, nowMs))}
          </View>
        )}
      </Card>
      {order.refunds.map((refund) => (
        <RefundCard key={refund.refundNumber} orderId={order.orderId} refund={refund} />
      ))}
      {order.exchanges.map((exchange) => (
        <ExchangeCard key={exchange.exchangeNumber} orderId={order.orderId} exchange={exchange} />
      ))}
      <OrderLines order={order} />
      <View className="ll-mt-12">
        <Slip
          rows={slipRows(order.quote, nameOf)}
          totalLabel={order.can.includes('pay') ? orderWords.toPay : orderWords.paid}
          totalFen={order.payableFen}
        />
      </View>
      <View className="ll-mt-12">
        <OrderFacts order={order} />
      </View>
      {brings && (
        <View className="ll-mt-12" id="rewards">
          <Notice icon="gift">
            {order.state === 'received'
              ? orderWords.earned(rewards.points, rewards.chances)
              : orderWords.willEarn(rewards.points, rewards.chances)}
          </Notice>
        </View>
      )}
      <OrderActions order={order} onChanged={onChanged} />
    </View>
  );
}
