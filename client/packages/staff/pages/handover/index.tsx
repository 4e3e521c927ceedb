import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { usePages } from '@/hooks/usePages';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffDrawWords } from '@/text/areas/staff-draw';
import { Entry } from './parts/Entry';
import { Found } from './parts/Found';
import { Refusal } from './parts/Refusal';
import { Today } from './parts/Today';
import { useCounter } from './useCounter';
import './index.scss';

/** The counter: a code read out or scanned, the prize that it stands for, and what went over it today. */
export default function HandOverPage() {
  const rows = usePages((cursor) => staff.ask('draw.handOvers', { cursor }), []);
  const counter = useCounter(() => void rows.load.reload());
  const { on, busy } = counter;
  useReachBottom(rows.more);
  usePullDownRefresh(() => void rows.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot={on?.state === 'found' ? 'tall' : undefined}>
      <PageBody>
        <Entry busy={busy} onCode={counter.look} />
        {on?.state === 'found' && <Found prize={on.prize} />}
        {on?.state === 'refused' && <Refusal refusal={on.refusal} />}
        <AsyncView
          load={rows.load}
          skeleton={<SkeletonList />}
          kept={staffDrawWords.kept}
          exitText={words.goHome}
          onExit={() => openTab('home')}
        >
          {({ givenToday }) => <Today rows={rows.rows} given={givenToday} hasMore={rows.hasMore} />}
        </AsyncView>
      </PageBody>
      {on?.state === 'found' && (
        <Bar>
          <Button kind="line" size="big" busy={busy} onTap={counter.refuse} id="refuse">
            {staffDrawWords.refuse}
          </Button>
          <View className="ll-grow ll-ml-8">
            <Button size="big" block busy={busy} onTap={counter.give} id="give">
              {staffDrawWords.give}
            </Button>
          </View>
        </Bar>
      )}
    </Page>
  );
}
