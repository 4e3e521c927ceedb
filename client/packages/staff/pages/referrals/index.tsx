import type { HeldReferralView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { words as shared } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { staffReferralWords as words } from '@/text/areas/staff-referrals';
import { toastRefusal } from '@/text/trouble';
import { DecideSheet, type Verdict } from './parts/DecideSheet';
import { HeldCard } from './parts/HeldCard';

interface Open {
  held: HeldReferralView;
  verdict: Verdict;
}

/** Referrals that somebody has to look at before they count, oldest first. */
export default function ReferralsPage() {
  const pages = usePages((cursor) => staff.ask('referral.held', { cursor }), [], { fresh: true });
  const [open, setOpen] = useState<Open | null>(null);
  const refresh = () => pages.load.reload();
  const decide = useTap(async ({ held, verdict }: Open, note: string) => {
    const reply = await staff.call(`referral.${verdict}`, { referralId: held.referralId, note });
    if (reply.ok) toast(words.done[verdict]);
    else toastRefusal(reply);
    setOpen(null);
    await refresh();
  });
  useOnReturn(() => void refresh());
  useReachBottom(pages.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={pages.load}
          skeleton={<SkeletonList />}
          kept={staffWords.kept}
          exitText={shared.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <Nothing onRefresh={refresh} />)}
        >
          {({ waiting }) => (
            <View id="held-referrals">
              <View className="ll-note ll-mb-12">{words.waiting(waiting)}</View>
              {pages.rows.map((held) => (
                <HeldCard key={held.referralId} held={held} onDecide={(verdict) => setOpen({ held, verdict })} />
              ))}
              <View className="ll-foot">{pages.hasMore ? shared.loadingMore : shared.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
      {open && (
        <DecideSheet
          key={`${open.held.referralId}-${open.verdict}`}
          verdict={open.verdict}
          busy={decide.busy}
          onClose={() => setOpen(null)}
          onDecide={(note) => decide.tap(open, note)}
        />
      )}
    </Page>
  );
}

function Nothing({ onRefresh }: { onRefresh: () => Promise<void> }) {
  return (
    <Empty
      title={words.emptyTitle}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => void onRefresh()}
    />
  );
}
