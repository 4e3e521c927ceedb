import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { words as shared } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { staffLetterWords as words } from '@/text/areas/staff-letters';
import { toastRefusal } from '@/text/trouble';
import { LetterRow } from './parts/LetterRow';

/** What failed ten times, newest first; run again it is done once, however often. */
export default function LettersPage() {
  const pages = usePages((cursor) => staff.ask('reward.deadLetters', { cursor }), [], { fresh: true });
  const refresh = () => pages.load.reload();
  const rerun = useTap(async (letterId: string) => {
    const reply = await staff.act(`rerun-${letterId}`, 'reward.rerun', { letterId });
    if (!reply.ok) toastRefusal(reply);
    else toast(reply.data.state === 'done' ? words.done : words.still);
    await refresh();
  });
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
          {({ open }) => (
            <View id="letters">
              <View className="ll-note ll-mb-12">{words.intro(open)}</View>
              {pages.rows.map((letter) => (
                <LetterRow key={letter.letterId} letter={letter} busy={rerun.busy} onRerun={rerun.tap} />
              ))}
              <View className="ll-foot">{pages.hasMore ? shared.loadingMore : shared.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
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
