import type { MyReferralsView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { useMyCard } from '../../useMyCard';
import { Invite } from './parts/Invite';
import { Invited } from './parts/Invited';
import { Neighbours } from './parts/Neighbours';
import { Sums } from './parts/Sums';
import './index.scss';

/** How far the neighbours are who came by one's card, what it brought, and the ways to show it. */
export default function MinePage() {
  const pages = usePages((cursor) => resident.ask('referral.mine', { cursor }), []);
  const refusal = useMyCard();
  useOnReturn(() => void pages.load.reload());
  useReachBottom(pages.more);
  usePullDownRefresh(() => void pages.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={pages.load}
          skeleton={<SkeletonSlip />}
          exitText={shared.goHome}
          onExit={() => openTab('home')}
        >
          {(mine) => <Mine mine={mine} refusal={refusal} rows={pages.rows} hasMore={pages.hasMore} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

interface MineProps {
  mine: MyReferralsView;
  /** Why there is no card for this resident; null: there is one. */
  refusal: string | null;
  rows: MyReferralsView['rows'];
  hasMore: boolean;
}

function Mine({ mine, refusal, rows, hasMore }: MineProps) {
  return (
    <View id="referrals">
      <Invite programme={mine.programme} refusal={refusal} />
      <Sums mine={mine} />
      {mine.invited && <Invited invited={mine.invited} />}
      <Neighbours programme={mine.programme} rows={rows} hasMore={hasMore} />
    </View>
  );
}
