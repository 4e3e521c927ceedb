import type { EstateGroupsView } from '@rooms/group/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { Section } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffGroupWords } from '@/text/areas/staff-groups';
import { GroupCard } from './parts/GroupCard';
import { MakeSheet } from './parts/MakeSheet';
import './index.scss';

/** All estates' groups, those that need somebody first. */
export default function StaffGroupsPage() {
  const load = useLoad(() => staff.ask('group.list', {}), []);
  const [making, setMaking] = useState(false);
  const refresh = () => load.reload();
  useOnReturn(() => void refresh());
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonList />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ estates }) =>
            estates.length > 0 ? null : (
              <Empty picture="houses" title={staffGroupWords.none} note={staffGroupWords.noneNote} />
            )
          }
        >
          {({ estates }) =>
            estates.map((estate) => <Estate estate={estate} onChanged={() => void refresh()} key={estate.estateId} />)
          }
        </AsyncView>
      </PageBody>
      <Bar>
        <Button size="big" block onTap={() => setMaking(true)} id="make">
          {staffGroupWords.make}
        </Button>
      </Bar>
      <MakeSheet
        open={making}
        estates={load.data?.estates ?? []}
        onClose={() => setMaking(false)}
        onMade={() => {
          setMaking(false);
          void refresh();
        }}
      />
    </Page>
  );
}

function Estate({ estate, onChanged }: { estate: EstateGroupsView; onChanged: () => void }) {
  const { estateId, estateName, attention, seatsLeft, groups } = estate;
  return (
    <Section title={estateName} aside={staffGroupWords.seatsLeft(seatsLeft)}>
      {attention && (
        <View className="groups-need" id={`need-${estateId}`}>
          <Notice icon="warn">{staffGroupWords.attention[attention]}</Notice>
        </View>
      )}
      {groups.map((group) => (
        <GroupCard group={group} onChanged={onChanged} key={group.groupId} />
      ))}
    </Section>
  );
}
