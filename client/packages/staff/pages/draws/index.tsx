import type { DrawCard } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Chip } from '@/components/Chip';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { useLoad } from '@/hooks/useLoad';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffDrawWords } from '@/text/areas/staff-draw';
import { Board } from './parts/Board';
import { Settlement } from './parts/Settlement';
import './index.scss';

type Tab = keyof typeof staffDrawWords.tabs;
const tabs = (Object.keys(staffDrawWords.tabs) as Tab[]).map((key) => ({ key, text: staffDrawWords.tabs[key] }));

/** A draw's stock, pace and books, for who answers for them. */
export default function DrawsPage() {
  const load = useLoad(() => staff.ask('draw.list', {}), []);
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonSlip />}
          kept={staffDrawWords.kept}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ draws }) => (draws.length > 0 ? null : <NoDraws />)}
        >
          {({ draws }) => <Draws draws={draws} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Draws({ draws }: { draws: readonly DrawCard[] }) {
  const { id } = useRouter().params;
  const [chosen, setChosen] = useState(id);
  const [tab, setTab] = useState<Tab>('stock');
  const draw = draws.find(({ drawId }) => drawId === chosen) ?? draws[0];
  if (!draw) return null;
  const { drawId, state, oddsVersion } = draw;
  return (
    <View id="draws" data-draw={drawId} data-state={state}>
      {draws.length > 1 && (
        <View className="draws-chips">
          {draws.map((one) => (
            <Chip key={one.drawId} on={one === draw} onTap={() => setChosen(one.drawId)} id={`draw-${one.drawId}`}>
              {one.title}
            </Chip>
          ))}
        </View>
      )}
      <Tabs tabs={tabs} value={tab} onChange={setTab} />
      {tab === 'stock' ? (
        <Board key={`${drawId} ${oddsVersion}`} drawId={drawId} />
      ) : (
        <Settlement key={drawId} drawId={drawId} />
      )}
    </View>
  );
}

const NoDraws = () => (
  <Empty
    picture="gift"
    title={staffDrawWords.noDraws}
    note={staffDrawWords.noDrawsNote}
    actionText={words.goHome}
    onAction={() => openTab('home')}
  />
);
