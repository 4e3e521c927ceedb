import type { PrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { openTab, replace } from '@/services/navigate';
import { words } from '@/text';
import { prizeWords } from '@/text/areas/prizes';
import { ClaimSheet } from './parts/ClaimSheet';
import { CodeSheet } from './parts/CodeSheet';
import { PrizeCard } from './parts/PrizeCard';

/** A sheet over the list: how to have this prize, or the code that fetches it. */
type Over = { readonly kind: 'claim' | 'code'; readonly prize: PrizeView };

export default function PrizesPage() {
  const prizes = usePages((cursor) => resident.ask('draw.myPrizes', { cursor }), []);
  const [over, setOver] = useState<Over | null>(null);
  const refresh = () => prizes.load.reload();
  useOnReturn(() => void refresh());
  useReachBottom(prizes.more);
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  const claimed = (prize: PrizeView | null) => {
    setOver(prize?.claim?.way === 'pick-up' ? { kind: 'code', prize } : null);
    void refresh();
  };
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={prizes.load}
          skeleton={<SkeletonList />}
          kept={prizeWords.kept}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) => (rows.length > 0 ? null : <NoPrizes />)}
        >
          {() => (
            <View id="prizes">
              {prizes.rows.map((prize) => (
                <PrizeCard
                  key={prize.prizeId}
                  prize={prize}
                  onClaim={() => setOver({ kind: 'claim', prize })}
                  onCode={() => setOver({ kind: 'code', prize })}
                />
              ))}
              <View className="ll-foot">{prizes.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
        {over?.kind === 'claim' && <ClaimSheet prize={over.prize} onClose={() => setOver(null)} onDone={claimed} />}
        {over?.kind === 'code' && <CodeSheet prize={over.prize} onClose={() => setOver(null)} />}
      </PageBody>
    </Page>
  );
}

function NoPrizes() {
  return (
    <Empty
      picture="gift"
      title={prizeWords.emptyTitle}
      note={prizeWords.emptyNote}
      actionText={prizeWords.emptyAction}
      onAction={() => replace('wheel')}
    />
  );
}
