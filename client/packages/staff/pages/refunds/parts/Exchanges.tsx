import type { StaffExchangeCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { exchangeWords } from '@/text/areas/exchange';
import { staffWords } from '@/text/areas/staff';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { moveExchange } from '../exchange-deeds';
import type { Counts } from '../tabs';
import { ExchangeCard, type ExchangeStep } from './ExchangeCard';
import { ExchangeGoodsSheet } from './ExchangeGoodsSheet';
import { ExchangeSheet } from './ExchangeSheet';

/** Exchanges that wait for somebody, the nearest deadline on top. */
export function Exchanges({ onCounts }: { onCounts: (counts: Counts) => void }) {
  const [open, setOpen] = useState<{ card: StaffExchangeCard; step: ExchangeStep } | null>(null);
  const exchanges = usePages((cursor) => staff.ask('order.exchanges', { cursor }), [], { fresh: true });
  const counts = exchanges.load.data?.counts;
  useEffect(() => {
    if (counts) onCounts(counts);
  }, [counts, onCounts]);
  const refresh = () => exchanges.load.reload();
  const act = useTap(async (work: () => Promise<unknown>) => {
    await work();
    setOpen(null);
    await refresh();
  });
  const onStep = (card: StaffExchangeCard, step: ExchangeStep) => {
    if (step === 'dispatch' || step === 'hand-over') act.tap(() => moveExchange(card, step));
    else setOpen({ card, step });
  };
  useOnReturn(() => void refresh());
  useReachBottom(exchanges.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  const sheet = open && { card: open.card, busy: act.busy, onClose: () => setOpen(null), onAct: act.tap };
  return (
    <>
      <AsyncView
        load={exchanges.load}
        skeleton={<SkeletonList />}
        kept={staffWords.kept}
        exitText={shared.goHome}
        onExit={() => openTab('home')}
        empty={({ rows }) => (rows.length > 0 ? null : <Nothing onRefresh={refresh} />)}
      >
        {() => (
          <View id="staff-exchanges">
            {exchanges.rows.map((card) => (
              <ExchangeCard key={card.exchangeNumber} card={card} busy={act.busy} onStep={onStep} />
            ))}
            <View className="ll-foot">{exchanges.hasMore ? shared.loadingMore : shared.nothingMore}</View>
          </View>
        )}
      </AsyncView>
      {sheet && open?.step === 'decide' && <ExchangeSheet {...sheet} />}
      {sheet && open?.step === 'goods' && <ExchangeGoodsSheet {...sheet} />}
    </>
  );
}

function Nothing({ onRefresh }: { onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={exchangeWords.emptyTitle}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
