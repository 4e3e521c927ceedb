import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useMemo } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { NineGrid } from '@/components/NineGrid';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Wheel } from '@/components/Wheel';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { open, openTab } from '@/services/navigate';
import { drawWords } from '@/text/areas/draw';
import { keepOdds, keepSeal } from '../../verify/seal';
import { Buy } from './parts/Buy';
import { wheelCell } from './parts/cells';
import { Odds } from './parts/Odds';
import { chancesText } from './parts/origin';
import { Papers } from './parts/Papers';
import { Winners } from './parts/Winners';
import { Won } from './parts/Won';
import { useSpin } from './useSpin';
import './index.scss';

export default function WheelPage() {
  const { id } = useRouter().params;
  const load = useLoad(() => resident.ask('draw.view', id ? { drawId: id } : {}), [id]);
  useOnReturn(() => void load.reload());
  return (
    <Page>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={drawWords.backHome} onExit={() => openTab('home')}>
          {(draw) => <Draw draw={draw} onChanged={() => void load.reload()} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Draw({ draw, onChanged }: { draw: DrawView; onChanged: () => void }) {
  const { drawId, layout, seedHash } = draw;
  const cells = useMemo(() => draw.prizes.map(wheelCell), [draw.prizes]);
  const spinning = useSpin(draw, onChanged);
  // Before the first spin: what is published later must be this.
  useEffect(() => {
    keepSeal(drawId, seedHash, serverNowMs());
    const rows = draw.prizes.map(({ drawPrizeId, oddsPpm }) => ({ prizeId: drawPrizeId, weight: oddsPpm }));
    keepOdds(drawId, draw.oddsVersion, rows);
  }, [drawId, seedHash, draw.prizes, draw.oddsVersion]);
  const mayTake = draw.state === 'running' && !draw.staffExcluded;
  const chances = mayTake ? spinning.open.length : 0;
  const Turning = layout === 'grid' ? NineGrid : Wheel;
  return (
    <View id="draw" data-layout={layout} data-state={draw.state}>
      <View className="wheel-head">
        <View className="ll-t1">{draw.headline}</View>
        <View className="ll-note ll-mt-4" id="chances" data-count={spinning.open.length}>
          {headNote(draw, spinning.open)}
        </View>
      </View>
      <View className="ll-mt-20">
        <Turning
          cells={cells}
          chances={chances}
          busy={spinning.busy}
          onSpin={spinning.spin}
          result={spinning.result}
          onRest={spinning.onRest}
        />
      </View>
      <View className="ll-center ll-note ll-mt-16">{drawWords.below[layout]}</View>
      <View className="ll-halves wheel-doors">
        <Button kind="line" block onTap={() => open('prizes')} id="my-prizes">
          {drawWords.myPrizes}
        </Button>
        <Button kind="line" block onTap={() => open('spins', { id: drawId })} id="verify">
          {drawWords.verify}
        </Button>
      </View>
      {mayTake && draw.chanceSale && <Buy drawId={drawId} sale={draw.chanceSale} onBought={onChanged} />}
      <Odds prizes={draw.prizes} />
      <Papers draw={draw} />
      <Winners draw={draw} />
      {spinning.won && <Won won={spinning.won} chances={chances} onClose={spinning.close} onAgain={spinning.again} />}
    </View>
  );
}

function headNote(draw: DrawView, open: readonly string[]): string {
  if (draw.state !== 'running') return drawWords.state[draw.state];
  if (draw.staffExcluded) return drawWords.staffExcluded;
  return chancesText(draw.chances.filter(({ chanceId }) => open.includes(chanceId)));
}
