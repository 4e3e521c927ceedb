import type { StaffRefundCard } from '@rooms/order/contract';
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
import { staffWords } from '@/text/areas/staff';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { takeGiftBack } from '../deeds';
import type { Counts, RefundTab } from '../tabs';
import { RefundCard, type Step } from './RefundCard';
import { StepSheet } from './StepSheet';

/** Refunds that wait for a person, most urgent first. */
export function Refunds({ tab, onCounts }: { tab: RefundTab; onCounts: (counts: Counts) => void }) {
  const [open, setOpen] = useState<{ card: StaffRefundCard; step: Step } | null>(null);
  const refunds = usePages((cursor) => staff.ask('order.refunds', { tab, cursor }), [tab], { fresh: true });
  const counts = refunds.load.data?.counts;
  useEffect(() => {
    if (counts) onCounts(counts);
  }, [counts, onCounts]);
  const refresh = () => refunds.load.reload();
  const act = useTap(async (work: () => Promise<unknown>) => {
    await work();
    setOpen(null);
    await refresh();
  });
  const onStep = (card: StaffRefundCard, step: Step) => {
    if (step === 'gift-back') act.tap(() => takeGiftBack(card));
    else setOpen({ card, step });
  };
  useOnReturn(() => void refresh());
  useReachBottom(refunds.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <AsyncView
        load={refunds.load}
        skeleton={<SkeletonList />}
        kept={staffWords.kept}
        exitText={shared.goHome}
        onExit={() => openTab('home')}
        empty={({ rows }) => (rows.length > 0 ? null : <Nothing tab={tab} onRefresh={refresh} />)}
      >
        {() => (
          <View id="staff-refunds" data-tab={tab}>
            {refunds.rows.map((card) => (
              <RefundCard key={card.refundNumber} card={card} busy={act.busy} onStep={onStep} />
            ))}
            <View className="ll-foot">{refunds.hasMore ? shared.loadingMore : shared.nothingMore}</View>
          </View>
        )}
      </AsyncView>
      {open && <StepSheet {...open} busy={act.busy} onClose={() => setOpen(null)} onAct={act.tap} />}
    </>
  );
}

function Nothing({ tab, onRefresh }: { tab: RefundTab; onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={words.emptyTitle[tab]}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
