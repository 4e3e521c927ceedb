import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { openTab, replace } from '@/services/navigate';
import { words } from '@/text';
import { verifyWords } from '@/text/areas/verify';
import { mySpins, type OddsSpins } from '../../of-draw';
import { Head } from './parts/Head';
import { SpinRow } from './parts/SpinRow';
import { VerifySheet } from './parts/VerifySheet';
import { type Proof, useProofs } from './useProofs';

/** Each of my spins in this draw, worked out again on this phone as soon as the seed is out. */
export default function SpinsPage() {
  const { id } = useRouter().params;
  const spins = usePages(mySpins(id), [id]);
  useReachBottom(spins.more);
  usePullDownRefresh(() => void spins.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView load={spins.load} skeleton={<SkeletonSlip />} exitText={words.goHome} onExit={() => openTab('home')}>
          {(first) => <Spins first={first} rows={spins.rows} hasMore={spins.hasMore} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Spins({ first, rows, hasMore }: { first: OddsSpins; rows: OddsSpins['rows']; hasMore: boolean }) {
  const proofs = useProofs(first, rows);
  const [shown, setShown] = useState<Proof | null>(null);
  return (
    <>
      <Head first={first} proofs={proofs} />
      {rows.length === 0 ? (
        <NoSpins drawId={first.drawId} />
      ) : (
        <Card title={verifyWords.spins} className="ll-mt-12" id="spins">
          {proofs.proofs.map((proof) => (
            <SpinRow key={proof.spin.chanceId} proof={proof} onTap={() => setShown(proof)} />
          ))}
          <View className="ll-foot">{hasMore ? words.loadingMore : words.nothingMore}</View>
        </Card>
      )}
      {shown && <VerifySheet proof={shown} sealed={proofs.sealed} onClose={() => setShown(null)} />}
    </>
  );
}

function NoSpins({ drawId }: { drawId: string }) {
  return (
    <Empty
      picture="gift"
      title={verifyWords.emptyTitle}
      note={verifyWords.emptyNote}
      actionText={verifyWords.emptyAction}
      onAction={() => replace('wheel', { id: drawId })}
    />
  );
}
