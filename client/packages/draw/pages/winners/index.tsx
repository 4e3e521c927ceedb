import type { WinnerView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { openTab, replace } from '@/services/navigate';
import { words } from '@/text';
import { drawWords } from '@/text/areas/draw';
import { winnersOf } from '../../of-draw';
import { WinnerRow, winnerKey } from '../../parts/WinnerRow';

/** Everybody who won something that is counted, last first. */
export default function WinnersPage() {
  const { id } = useRouter().params;
  const winners = usePages(winnersOf(id), [id]);
  useReachBottom(winners.more);
  usePullDownRefresh(() => void winners.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={winners.load}
          skeleton={<SkeletonList />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <NoWinners drawId={id} />)}
        >
          {() => (
            <>
              <View className="ll-note ll-mb-8">{drawWords.winnersNote}</View>
              <Card cells id="winners">
                <Rows rows={winners.rows} />
              </Card>
              <View className="ll-foot">{winners.hasMore ? words.loadingMore : words.nothingMore}</View>
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Rows({ rows }: { rows: readonly WinnerView[] }) {
  const nowMs = serverNowMs();
  return (
    <>
      {rows.map((winner) => (
        <WinnerRow key={winnerKey(winner)} winner={winner} nowMs={nowMs} />
      ))}
    </>
  );
}

function NoWinners({ drawId }: { drawId: string | undefined }) {
  return (
    <Empty
      picture="gift"
      title={drawWords.noWinners}
      note={drawWords.noWinnersNote}
      actionText={drawWords.toDraw}
      onAction={() => replace('wheel', { id: drawId })}
    />
  );
}
