import type { CardLandingView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useWarmSession } from '@/hooks/useWarmSession';
import { resident } from '@/services/doors';
import { openTab, urlOf } from '@/services/navigate';
import { RefusedError } from '@/services/reply';
import { useForward, useTimeline } from '@/services/share';
import { useEntry } from '@/stores/entry';
import { words as shared } from '@/text';
import { referralWords as words } from '@/text/areas/referral';
import { rewardText } from '@/text/referrals';
import { Landing } from './parts/Landing';
import { NoCard, opensNothing, type Refused } from './parts/NoCard';
import { sceneOf } from './scene';
import './index.scss';

type Landed = { landing: CardLandingView } | { refused: Refused };

/** WeChat's number for a page shown in the timeline: nobody is signed in there, and no other page opens. */
const ON_TIMELINE = 1_154;

/** Where a neighbour's card, poster or code leads: who invites, what both get, and the way in, whatever the answer. */
export default function CardLandPage() {
  const scene = sceneOf(useRouter().params);
  const onTimeline = useEntry((entry) => entry.scene) === ON_TIMELINE;
  return onTimeline ? <OnTimeline /> : <Card scene={scene} />;
}

function Card({ scene }: { scene: string | null }) {
  useWarmSession();
  const load = useLoad(() => landOn(scene), [scene]);
  const landing = load.data && 'landing' in load.data ? load.data.landing : null;
  useCardSharing(landing, scene);
  return (
    <Page>
      <NavBar>
        <View className="ll-nav__back" onClick={() => openTab('home')} {...a11y('button', shared.goHome)}>
          <Icon name="home" />
        </View>
      </NavBar>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={words.enter} onExit={() => openTab('home')}>
          {(landed) =>
            'landing' in landed && scene ? (
              <Landing landing={landed.landing} scene={scene} onChanged={load.reload} />
            ) : (
              <NoCard refused={'refused' in landed ? landed.refused : notOurs} />
            )
          }
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** Whoever forwards this page forwards this card: the binding stays the inviter's. */
function useCardSharing(landing: CardLandingView | null, scene: string | null): void {
  const title = landing
    ? words.forwardTitle(landing.inviter.name, rewardText(landing.programme.inviteeReward))
    : words.posterHead.join('');
  useForward(title, scene ? urlOf('card', { scene }) : undefined, 'houses');
  useTimeline(title, scene ? `scene=${scene}` : '', 'houses');
}

function OnTimeline() {
  return (
    <Page>
      <NavBar />
      <Empty title={words.posterHead.join('')} note={words.onTimeline} />
    </Page>
  );
}

const notOurs: Refused = { code: 'CARD_UNKNOWN' };

/** A card that opens nothing is an answer with a page of its own; what another try may mend is thrown. */
async function landOn(scene: string | null): Promise<Landed> {
  if (!scene) return { refused: notOurs };
  const reply = await resident.call('referral.land', { scene });
  if (reply.ok) return { landing: reply.data };
  if (opensNothing(reply.code)) return { refused: reply };
  throw new RefusedError(reply);
}
