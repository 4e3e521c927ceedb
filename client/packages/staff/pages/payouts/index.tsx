import type { PayoutTab } from '@rooms/reward/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { usePages } from '@/hooks/usePages';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';
import { yuanText } from '@/text/money';
import { ApprovalSheet } from './parts/ApprovalSheet';
import { Approvals } from './parts/Approvals';
import { PayoutRow } from './parts/PayoutRow';
import { WithholdSheet } from './parts/WithholdSheet';
import { usePayoutDeeds } from './usePayoutDeeds';
import './index.scss';

const TABS: readonly PayoutTab[] = ['to-approve', 'under-way', 'trouble', 'done'];

/** Money that waits for an operator, and what became of what was approved. */
export default function PayoutsPage() {
  const [tab, setTab] = useState<PayoutTab>('to-approve');
  const pages = usePages((cursor) => staff.ask('reward.payouts', { tab, cursor }), [tab], { fresh: true });
  const refresh = () => pages.load.reload();
  const deeds = usePayoutDeeds(refresh);
  useReachBottom(pages.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <Tabs tabs={TABS.map((key) => ({ key, text: words.tabs[key] }))} value={tab} onChange={setTab} />
        <AsyncView
          load={pages.load}
          skeleton={<SkeletonList />}
          kept={staffWords.kept}
          exitText={shared.goHome}
          onExit={() => openTab('home')}
        >
          {({ bounds, approvals }) => (
            <View id="payouts" className="ll-mt-8">
              <View className="ll-note">{words.today(yuanText(bounds.todayFen), yuanText(bounds.dayFen))}</View>
              <View className="ll-note ll-mb-12">
                {words.bounds(yuanText(bounds.mostFen), yuanText(bounds.residentDayFen))}
              </View>
              {tab === 'to-approve' && <Approvals approvals={approvals} onAdd={deeds.add} onEnd={deeds.end} />}
              {pages.rows.length === 0 && <Nothing tab={tab} onRefresh={refresh} />}
              {pages.rows.map((payout) => (
                <PayoutRow
                  key={payout.payoutId}
                  payout={payout}
                  busy={deeds.busy}
                  onConfirm={deeds.confirm}
                  onWithhold={deeds.withhold}
                />
              ))}
              {pages.rows.length > 0 && (
                <View className="ll-foot">{pages.hasMore ? shared.loadingMore : shared.nothingMore}</View>
              )}
            </View>
          )}
        </AsyncView>
      </PageBody>
      {deeds.open?.form === 'withhold' && (
        <WithholdSheet key={deeds.open.payoutId} busy={deeds.busy} onClose={deeds.close} onDone={deeds.withheld} />
      )}
      {deeds.open?.form === 'approval' && (
        <ApprovalSheet busy={deeds.busy} onClose={deeds.close} onDone={deeds.recorded} />
      )}
    </Page>
  );
}

function Nothing({ tab, onRefresh }: { tab: PayoutTab; onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={words.emptyTitle[tab]}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
