import type { SessionView } from '@rooms/account/contract';
import type { OrderCard } from '@rooms/order/contract';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Cell } from '@/components/Cell';
import { Icon } from '@/components/Icon';
import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { TierCard } from '@/components/TierCard';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { pictureUrl } from '@/services/picture';
import { useSession } from '@/stores/session';
import { meWords } from '@/text/areas/me';
import { MyOrders } from './parts/MyOrders';
import { NameSheet } from './parts/NameSheet';
import { Purse } from './parts/Purse';
import { StaffDoors } from './parts/StaffDoors';
import { tierFace } from './parts/tier';
import './index.scss';

interface Mine {
  me: SessionView;
  underWay: OrderCard | null;
}

export default function MePage() {
  const load = useLoad<Mine>(async () => {
    const [me, orders] = await Promise.all([
      useSession.getState().refresh(),
      resident.ask('order.list', { tab: 'under-way' }),
    ]);
    return { me, underWay: orders.rows[0] ?? null };
  }, []);
  useOnReturn(() => void load.reload());
  return (
    <Page>
      <NavBar />
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />}>
          {({ me, underWay }) => (
            <>
              <Face me={me} onNamed={() => void load.reload()} />
              <View className="ll-mt-16">
                <TierCard {...tierFace(me)} />
              </View>
              <Purse me={me} />
              <MyOrders underWay={underWay} />
              <Doors me={me} />
              <StaffDoors roles={me.roles} />
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Face({ me, onNamed }: { me: SessionView; onNamed: () => void }) {
  const [naming, setNaming] = useState(false);
  return (
    <View className="ll-flex">
      <View className="me-face">
        <Image className="me-face__img" src={pictureUrl('person')} mode="aspectFit" />
      </View>
      <View className="ll-grow ll-ml-12" onClick={() => setNaming(true)} id="change-name">
        <View className="ll-flex">
          <View className="ll-t2 ll-ell" id="my-name">
            {me.nickname || meWords.noName}
          </View>
          <Icon name="edit" size={16} className="ll-ink-3 ll-ml-8" />
        </View>
        <View className="ll-note">{me.estate?.name ?? meWords.noEstate}</View>
      </View>
      <NameSheet open={naming} name={me.nickname} onClose={() => setNaming(false)} onSaved={onNamed} />
    </View>
  );
}

function Doors({ me }: { me: SessionView }) {
  const waiting = me.unclaimedPrizes > 0 ? meWords.prizesWaiting(me.unclaimedPrizes) : undefined;
  return (
    <Card cells>
      <Cell first icon="gift" title={meWords.prizes} value={waiting} onTap={() => open('prizes')} id="my-prizes" />
      <Cell icon="wallet" title={meWords.money} onTap={() => open('money')} id="my-money-door" />
      <Cell icon="users" title={meWords.referral} onTap={() => open('referral')} id="my-referrals" />
      <Cell icon="chat" title={meWords.group} onTap={() => open('group')} id="my-group" />
      <Cell icon="flag" title={meWords.events} onTap={() => open('event')} id="my-events" />
      <Cell icon="pin" title={meWords.addresses} onTap={() => open('addresses')} id="my-addresses" />
      <Cell icon="home" title={meWords.changeEstate} onTap={() => open('estate')} id="change-estate" />
    </Card>
  );
}
