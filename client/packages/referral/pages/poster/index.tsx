import type { PosterView } from '@rooms/referral/contract';
import { Canvas, Text, View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Page, PageBody } from '@/components/Page';
import { Bone } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { referralWords as words } from '@/text/areas/referral';
import { useForwardCard } from '../../useMyCard';
import { CANVAS, usePoster } from './usePoster';
import './index.scss';

/** The card on paper, to keep or to print. Posting it earns nothing, and it says so. */
export default function PosterPage() {
  const load = useLoad(() => resident.ask('referral.poster', {}), []);
  useForwardCard(load.data ?? null);
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<Bone h={410} mt={8} radius={16} />}
          exitText={shared.goHome}
          onExit={() => openTab('home')}
        >
          {(poster) => <Poster poster={poster} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Poster({ poster }: { poster: PosterView }) {
  const { state, busy, drawAgain, keep } = usePoster(poster);
  return (
    <View id="poster" data-state={state}>
      <View className="poster-paper" {...a11y('img', words.posterLabel(poster.face.name))}>
        <Canvas type="2d" id={CANVAS} canvasId={CANVAS} className="poster-canvas" />
      </View>
      <View className="ll-center ll-note ll-mt-20">{words.posterUse}</View>
      <View className="poster-save">
        {state === 'failed' ? (
          <Button size="big" block kind="soft" onTap={drawAgain} id="draw-again">
            {words.drawAgain}
          </Button>
        ) : (
          <Button size="big" block busy={busy || state === 'drawing'} onTap={keep} id="save-poster">
            <Icon name="download" />
            <Text className="ll-ml-8">{words.save}</Text>
          </Button>
        )}
      </View>
      <View className="ll-center ll-cap ll-mt-12" id="earns-nothing">
        {words.postingEarnsNothing.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  );
}
