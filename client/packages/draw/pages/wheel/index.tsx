import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Wheel } from '@/components/Wheel';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { open, openTab } from '@/services/navigate';
import { drawWords } from '@/text/areas/draw';
import { wheelCell } from './parts/cells';
import { Odds } from './parts/Odds';
import { Papers } from './parts/Papers';
import { Won } from './parts/Won';
import { useSpin } from './useSpin';
import './index.scss';

export default function WheelPage() {
  const { id } = useRouter().params;
  const load = useLoad(() => resident.ask('draw.view', id ? { drawId: id } : {}), [id]);
  return (
    <Page>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={drawWords.backHome} onExit={() => openTab('home')}>
          {(draw) => <Draw draw={draw} onSpun={() => void load.reload()} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Draw({ draw, onSpun }: { draw: DrawView; onSpun: () => void }) {
  const cells = useMemo(() => draw.prizes.map(wheelCell), [draw.prizes]);
  const spinning = useSpin(draw, onSpun);
  const chances = draw.state === 'running' ? spinning.open.length : 0;
  return (
    <>
      <View className="wheel-head">
        <View className="ll-t1">{drawWords.headline}</View>
        <View className="ll-note ll-mt-4" id="chances" data-count={spinning.open.length}>
          {drawWords.state[draw.state] || drawWords.chances(spinning.open.length)}
        </View>
      </View>
      <View className="ll-mt-20">
        <Wheel
          cells={cells}
          chances={chances}
          busy={spinning.busy}
          onSpin={spinning.spin}
          result={spinning.result}
          onRest={spinning.onRest}
        />
      </View>
      <View className="ll-center ll-note ll-mt-16">{drawWords.allBelow}</View>
      <View className="wheel-doors">
        <Button kind="line" block onTap={() => open('prizes')} id="my-prizes">
          {drawWords.myPrizes}
        </Button>
      </View>
      <Odds prizes={draw.prizes} />
      <Papers draw={draw} />
      {spinning.won && (
        <Won
          won={spinning.won}
          chances={chances}
          onClose={spinning.close}
          onAgain={() => {
            spinning.close();
            spinning.spin();
          }}
        />
      )}
    </>
  );
}
