import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { takeTransfer } from '@/services/transfer';
import { words as shared } from '@/text';
import { payoutWords as words } from '@/text/areas/payouts';
import { toastRefusal } from '@/text/trouble';
import { MoneyRow } from './parts/MoneyRow';

/** Money that rewards brought: what is checked can be taken, once, into the WeChat balance. */
export default function MoneyPage() {
  const pages = usePages((cursor) => resident.ask('reward.myPayouts', { cursor }), [], { fresh: true });
  const refresh = () => pages.load.reload();
  const receive = useTap(async (payoutId: string) => {
    const reply = await resident.call('reward.receivePayout', { payoutId });
    if (!reply.ok) toastRefusal(reply);
    else if (reply.data.transfer) await confirm(payoutId, reply.data.transfer);
    else toast(reply.data.payout.state === 'paid' ? words.taken : words.waits);
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
          exitText={shared.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <Nothing />)}
        >
          {() => (
            <View id="my-money">
              <View className="ll-note ll-mb-12">{words.intro}</View>
              {pages.rows.map((payout) => (
                <MoneyRow key={payout.payoutId} payout={payout} busy={receive.busy} onReceive={receive.tap} />
              ))}
              <View className="ll-foot">{pages.hasMore ? shared.loadingMore : shared.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** The phone's sheet; what came of it, the server is asked. */
async function confirm(payoutId: string, ticket: Parameters<typeof takeTransfer>[0]): Promise<void> {
  const outcome = await takeTransfer(ticket);
  if (outcome === 'too-old') return toast(words.tooOld);
  if (outcome === 'cancelled') return toast(words.notTaken);
  const reply = await resident.call('reward.receivePayout', { payoutId });
  toast(reply.ok ? words.taken : words.waits);
}

function Nothing() {
  return (
    <Empty
      title={words.emptyTitle}
      note={words.emptyNote}
      actionText={words.emptyAction}
      onAction={() => openTab('home')}
    />
  );
}
