import type { MyCardView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { deviceId } from '@/services/device';
import { resident } from '@/services/doors';
import { goBack, openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { words as shared } from '@/text';
import { referralWords as words } from '@/text/areas/referral';
import { toastRefusal } from '@/text/trouble';
import { useForwardCard } from '../../useMyCard';
import { dressOf } from './dress';
import { CardForm } from './parts/CardForm';
import './index.scss';

/** How one's card names one, and what else it shows: the resident's own choice. */
export default function CardPage() {
  const load = useLoad(() => resident.ask('referral.card', { deviceId: deviceId() }), []);
  useForwardCard(load.data ?? null);
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={shared.goHome} onExit={() => openTab('home')}>
          {(card) => <Dressing card={card} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Dressing({ card }: { card: MyCardView }) {
  const [dress, setDress] = useState(() => dressOf(card));
  const keep = useTap(async () => {
    const reply = await resident.call('referral.dressCard', { ...dress, name: dress.name.trim() });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.kept);
    goBack();
  });
  return (
    <View id="card-form">
      <CardForm card={card} dress={dress} onChange={setDress} />
      <Bar>
        <Button size="big" block busy={keep.busy} onTap={() => keep.tap()} id="keep-card">
          {words.keep}
        </Button>
      </Bar>
    </View>
  );
}
