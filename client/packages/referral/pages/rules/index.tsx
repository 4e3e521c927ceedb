import type { ProgrammeView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words as shared } from '@/text';
import { referralRuleWords } from '@/text/areas/referral-rules';
import { sayingOf } from '@/text/codes';
import { rulesOf } from './rules';

/** All of the rules, with their numbers, before anybody does anything. */
export default function RulesPage() {
  const load = useLoad(() => resident.ask('referral.mine', {}), []);
  return (
    <Page>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={shared.goHome} onExit={() => openTab('home')}>
          {({ programme }) => (programme ? <Rules programme={programme} /> : <NoRules />)}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Rules({ programme }: { programme: ProgrammeView }) {
  return (
    <View id="referral-rules">
      {rulesOf(programme).map(({ title, lines }) => (
        <Card title={title} key={title}>
          {lines.map((line) => (
            <View className="ll-note ll-mt-4" key={line}>
              {line}
            </View>
          ))}
        </Card>
      ))}
      <View className="ll-center ll-cap">{referralRuleWords.shop(programme.shopName)}</View>
    </View>
  );
}

function NoRules() {
  const { title, note } = sayingOf('REFERRAL_NOT_RUNNING', null, 0);
  return <Empty title={title} note={note} actionText={shared.goHome} onAction={() => openTab('home')} />;
}
