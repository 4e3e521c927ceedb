import type { StaffRefundCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { useKept } from '@/hooks/useKept';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { takeGiftBack } from './deeds';
import { RefundCard, type Step } from './parts/RefundCard';
import { StepSheet } from './parts/StepSheet';
import './index.scss';

type Tab = keyof typeof words.tabs;
const tabKeys = Object.keys(words.tabs) as Tab[];

/** Refunds that wait for a person, most urgent first. */
export default function StaffRefundsPage() {
  const [tab, setTab] = useState<Tab>('to-decide');
  const [open, setOpen] = useState<{ card: StaffRefundCard; step: Step } | null>(null);
  const refunds = usePages((cursor) => staff.ask('order.refunds', { tab, cursor }), [tab], { fresh: true });
  const counts = useKept(refunds.load.data?.counts);
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
  const tabs = tabKeys.map((key) => ({ key, text: staffWords.tab(words.tabs[key], counts?.[key] ?? 0) }));
  return (
    <Page>
      <PageBody>
        <Tabs tabs={tabs} value={tab} onChange={setTab} />
        <View className="ll-mt-8">
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
        </View>
        {open && <StepSheet {...open} busy={act.busy} onClose={() => setOpen(null)} onAct={act.tap} />}
      </PageBody>
    </Page>
  );
}

function Nothing({ tab, onRefresh }: { tab: Tab; onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={words.emptyTitle[tab]}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
