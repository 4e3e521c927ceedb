import type { PrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { OfferTag } from '@/components/OfferTag';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tile } from '@/components/Tile';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { words } from '@/text';
import { drawWords } from '@/text/areas/draw';
import { dayText, whenText } from '@/text/times';

export default function PrizesPage() {
  const prizes = usePages((cursor) => resident.ask('draw.myPrizes', { cursor }), []);
  useReachBottom(prizes.more);
  usePullDownRefresh(() => void prizes.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={prizes.load}
          skeleton={<SkeletonList />}
          empty={({ rows }) => (rows.length > 0 ? null : <NoPrizes />)}
        >
          {() => (
            <View id="prizes">
              {prizes.rows.map((prize) => (
                <PrizeCard key={prize.prizeId} prize={prize} />
              ))}
              <View className="ll-foot">{prizes.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function PrizeCard({ prize }: { prize: PrizeView }) {
  const waits = prize.state === 'to-claim';
  return (
    <Card className="ll-mb-12">
      <View className="ll-flex">
        <Tile picture={prize.picture} tint="honey" size={56} off={prize.state === 'expired'} />
        <View className="ll-grow ll-ml-12">
          <View className="ll-t3">{prize.title}</View>
          <View className="ll-cap">{drawWords.wonAt(whenText(prize.wonAtMs, serverNowMs()))}</View>
          {waits && <View className="ll-cap">{drawWords.claimUntil(dayText(prize.claimUntilMs - 1))}</View>}
        </View>
        <OfferTag tone={waits ? 'gift' : 'plain'}>{drawWords.prizeState[prize.state]}</OfferTag>
      </View>
    </Card>
  );
}

function NoPrizes() {
  return (
    <Empty
      picture="gift"
      title={drawWords.emptyTitle}
      note={drawWords.emptyNote}
      actionText={drawWords.emptyAction}
      onAction={() => replace('wheel')}
    />
  );
}
