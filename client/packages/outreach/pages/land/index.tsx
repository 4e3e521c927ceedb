import type { LandingView } from '@rooms/outreach/contract';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonCoupons } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useWarmSession } from '@/hooks/useWarmSession';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { RefusedError } from '@/services/reply';
import { flyerOf, useEntry } from '@/stores/entry';
import { outreachWords } from '@/text/areas/outreach';
import { Landing } from './parts/Landing';
import { NoOffer, opensNothing, type Refused } from './parts/NoOffer';
import { Place } from './parts/Place';
import './index.scss';

type Landed = { landing: LandingView } | { refused: Refused };

/** Where a flyer's code leads: whose shop this is, what the flyer brings, one tap to have it, and the way in. */
export default function LandPage() {
  const scene = flyerOf(useRouter().params);
  useWarmSession();
  useEffect(() => {
    if (scene) useEntry.getState().heard({ ...useEntry.getState(), flyer: scene });
  }, [scene]);
  const load = useLoad(() => landOn(scene), [scene]);
  const landing = load.data && 'landing' in load.data ? load.data.landing : null;
  return (
    <Page>
      <NavBar>{landing && landing.estateName !== '' && <Place landing={landing} />}</NavBar>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonCoupons />}
          exitText={outreachWords.enter}
          onExit={() => openTab('home')}
        >
          {(landed) =>
            'landing' in landed && scene ? (
              <Landing landing={landed.landing} scene={scene} onChanged={load.reload} />
            ) : (
              <NoOffer refused={'refused' in landed ? landed.refused : notOurs} />
            )
          }
        </AsyncView>
      </PageBody>
    </Page>
  );
}

const notOurs: Refused = { code: 'FLYER_UNKNOWN', detail: {} };

/** A code that opens nothing is an answer with a page of its own; what another try may mend is thrown. */
async function landOn(scene: string | null): Promise<Landed> {
  if (!scene) return { refused: notOurs };
  const reply = await resident.call('outreach.land', { scene });
  if (reply.ok) return { landing: reply.data };
  if (opensNothing(reply.code)) return { refused: reply };
  throw new RefusedError(reply);
}
