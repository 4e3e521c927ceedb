import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { goBack, replace } from '@/services/navigate';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { canExchange, isBeforeDispatch } from './claim';
import { Brings } from './parts/Brings';
import { ExchangeBar } from './parts/ExchangeBar';
import { Lines } from './parts/Lines';
import { Remedy } from './parts/Remedy';
import { SubmitBar } from './parts/SubmitBar';
import { Why } from './parts/Why';
import { useClaim } from './useClaim';
import { usePictures } from './usePictures';
import './index.scss';

/** Gives single units back, or asks for them anew: before they set off at once, afterwards with a reason. What comes back is seen first. */
export default function AftersalesPage() {
  const { orderId: id = '' } = useRouter().params;
  const load = useLoad(() => resident.ask('order.detail', { orderId: id }), [id]);
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonSlip />}
          empty={(order) => (canAsk(order) ? null : <Cannot order={order} />)}
          kept={words.kept}
          exitText={words.goBack}
          onExit={goBack}
        >
          {(order) => <Desk key={order.orderId} order={order} onStale={load.reload} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

const canAsk = ({ can, paidLines }: OrderView): boolean =>
  can.includes('refund') && paidLines.some(({ unitsLeft }) => unitsLeft > 0);

function Cannot({ order: { orderId, refunds, exchanges, paidLines } }: { order: OrderView }) {
  const gone = refunds.length + exchanges.length > 0 && paidLines.every(isGone);
  const isExchanging = paidLines.some(({ unitsExchanging }) => unitsExchanging > 0);
  return gone ? (
    <Empty
      title={isExchanging ? words.askedTitle : words.goneTitle}
      note={isExchanging ? words.askedNote : words.goneNote}
      actionText={words.seeRefunds}
      onAction={() => replace('refunds')}
    />
  ) : (
    <Empty
      title={words.cannotTitle}
      note={words.cannotNote}
      actionText={words.seeOrder}
      onAction={() => replace('order', { id: orderId })}
    />
  );
}

/** All of it is in refunds and exchanges, whether or not the time to ask is over. */
const isGone = ({
  quantity,
  unitsRefunded,
  unitsRefunding,
  unitsExchanging,
}: OrderView['paidLines'][number]): boolean => unitsRefunded + unitsRefunding + unitsExchanging === quantity;

function Desk({ order, onStale }: { order: OrderView; onStale: () => Promise<void> }) {
  const before = isBeforeDispatch(order);
  useEffect(() => {
    if (before) void Taro.setNavigationBarTitle({ title: words.titleBefore });
  }, [before]);
  const pictures = usePictures('aftersales');
  const desk = useClaim(order, pictures.shots.length > 0);
  const [note, setNote] = useState('');
  const { claim, load } = desk;
  const mayExchange = canExchange(order, claim);
  const exchanges = mayExchange && claim.remedy === 'exchange';
  return (
    <View id="claim" data-state={order.state}>
      <Lines order={order} desk={desk} />
      {!before && (
        <Why reason={claim.reason} onReason={desk.setReason} pictures={pictures} note={note} onNote={setNote} />
      )}
      {mayExchange && <Remedy remedy={claim.remedy} reason={claim.reason} onRemedy={desk.setRemedy} />}
      {desk.asked && !exchanges && (
        <AsyncView load={load} skeleton={<SkeletonSlip />} kept={words.kept}>
          {({ preview }) => <Brings order={order} preview={preview} reason={claim.reason} stale={desk.stale} />}
        </AsyncView>
      )}
      {exchanges ? (
        <ExchangeBar order={order} desk={desk} pictures={pictures} note={note} onStale={onStale} />
      ) : (
        <SubmitBar order={order} desk={desk} pictures={pictures} note={note} onStale={onStale} />
      )}
    </View>
  );
}
