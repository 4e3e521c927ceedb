import type { OrderView, RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { RefundSlip } from '@/components/RefundSlip';
import { Remind } from '@/components/Remind';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Timeline } from '@/components/Timeline';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { goBack, replace } from '@/services/navigate';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { refundWords } from '@/text/areas/refund';
import { isOff, refundHeadline, refundRows, refundTimeline, unitsOf } from '@/text/refunds';
import { ExchangeShown } from './parts/ExchangeShown';
import { Facts } from './parts/Facts';
import { RefundLines } from './parts/RefundLines';
import { Withdraw } from './parts/Withdraw';
import './index.scss';

/** One refund or exchange: how far it is, what it brings, what was said. */
export default function RefundPage() {
  const { orderId: id = '', refundNumber = '', exchangeNumber = '' } = useRouter().params;
  const number = refundNumber || exchangeNumber;
  const load = useLoad(() => resident.ask('order.detail', { orderId: id }), [id]);
  // What an act just answered is newer than what was loaded before it.
  const [changed, setChanged] = useState<OrderView | null>(null);
  const refresh = () => load.reload().then(() => setChanged(null));
  useOnReturn(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonSlip />}
          kept={refundWords.kept}
          exitText={words.goBack}
          onExit={goBack}
        >
          {(loaded) => <Shown order={changed ?? loaded} number={number} onChanged={setChanged} onRefused={refresh} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** What has no end yet can be told of. */
const MONEY_TO_COME: ReadonlySet<RefundView['state']> = new Set(['asked', 'goods-to-come', 'due', 'accepted']);

interface ShownProps {
  order: OrderView;
  number: string;
  onChanged: (order: OrderView) => void;
  onRefused: () => Promise<void>;
}

function Shown({ order, number, onChanged, onRefused }: ShownProps) {
  const refund = order.refunds.find(({ refundNumber }) => refundNumber === number);
  const exchange = order.exchanges.find(({ exchangeNumber }) => exchangeNumber === number);
  if (exchange) return <ExchangeShown order={order} exchange={exchange} onChanged={onChanged} onRefused={onRefused} />;
  if (!refund) return <Unknown />;
  const nowMs = serverNowMs();
  const { title, note } = refundHeadline(refund, nowMs);
  return (
    <View id="refund" data-state={refund.state} data-amount={refund.sums.amountFen}>
      <View className="ll-mt-4 ll-mb-12">
        <View className="ll-t1" id="refund-state">
          {title}
        </View>
        <View className="ll-note ll-mt-4">{note}</View>
      </View>
      <Answer refund={refund} />
      <Card>
        <Timeline items={refundTimeline(refund, nowMs)} />
        {MONEY_TO_COME.has(refund.state) && <Remind kind="refund-arrived" about={refund.refundNumber} />}
      </Card>
      <Sums refund={refund} />
      <RefundLines refund={refund} />
      <Facts order={order} refund={refund} />
      <Withdraw order={order} refund={refund} onChanged={onChanged} onRefused={onRefused} />
    </View>
  );
}

/** In words for the resident: why it was declined, or what support found. */
function Answer({ refund: { answer, cause } }: { refund: RefundView }) {
  if (!answer) return null;
  return (
    <Card className="refund-answer">
      <View className="ll-cap">{cause === 'after-sales' ? refundWords.answer : refundWords.answerShop}</View>
      <View className="ll-mt-4" id="answer">
        {answer}
      </View>
    </Card>
  );
}

function Sums({ refund }: { refund: RefundView }) {
  const { sums, lines } = refund;
  // What the order brings now is less than it was then: the page says what was taken, not of what.
  const { money, rest } = refundRows(sums, { units: unitsOf(lines), earns: 0, chances: 0 });
  return (
    <View className="ll-mt-12">
      {isOff(refund) ? (
        <RefundSlip totalLabel={refundWords.wished} totalFen={sums.amountFen} money={money} rest={[]} off />
      ) : (
        <RefundSlip
          totalLabel={refund.state === 'transferred' ? refundWords.byHand : words.toWechat}
          totalFen={sums.amountFen}
          money={money}
          rest={rest}
        />
      )}
    </View>
  );
}

function Unknown() {
  return (
    <Empty
      title={refundWords.unknownTitle}
      note={refundWords.unknownNote}
      actionText={words.seeRefunds}
      onAction={() => replace('refunds')}
    />
  );
}
