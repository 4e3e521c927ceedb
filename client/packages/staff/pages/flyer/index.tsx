import type { FlyerView } from '@rooms/outreach/contract';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { scan } from '@/services/scan';
import { toast } from '@/services/toast';
import { words } from '@/text';
import { staffWords } from '@/text/areas/staff';
import { toastRefusal } from '@/text/trouble';
import { FlyerCard } from './parts/FlyerCard';
import { MyFlyers } from './parts/MyFlyers';
import { sceneIn } from './scene';
import './index.scss';

/** A promoter at the lift: scan, say where it hangs, activate; below, what one's flyers have brought. */
export default function FlyerPage() {
  const mine = useLoad(() => staff.ask('outreach.myFlyers', {}), []);
  const [flyer, setFlyer] = useState<FlyerView | null>(null);
  const changed = (next: FlyerView) => {
    setFlyer(next);
    void mine.reload();
  };
  return (
    <Page>
      <PageBody>
        <Finder onFound={setFlyer} />
        {flyer && <FlyerCard key={flyer.flyerId} flyer={flyer} onChanged={changed} />}
        <AsyncView load={mine} skeleton={<SkeletonList />} exitText={words.goHome} onExit={() => openTab('home')}>
          {(view) => <MyFlyers {...view} onPick={setFlyer} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** The camera, or the code by hand where the paper is torn. */
function Finder({ onFound }: { onFound: (flyer: FlyerView) => void }) {
  const [written, setWritten] = useState('');
  const look = useTap(async (text: string) => {
    const scene = sceneIn(text);
    if (!scene) return toast(text.trim() ? staffWords.scanNothing : staffWords.typeMissing);
    const reply = await staff.call('outreach.flyer', { scene });
    if (!reply.ok) return toastRefusal(reply);
    setWritten('');
    onFound(reply.data);
  });
  const camera = useTap(async () => {
    const text = await scan();
    if (text !== null) look.tap(text);
  });
  return (
    <>
      <View className="flyer-scan" id="scan" onClick={() => camera.tap()} {...a11y('button', staffWords.scan)}>
        <View className="flyer-scan__frame">
          <View className="flyer-scan__paper">
            <Icon name="qr" size={40} />
          </View>
        </View>
        <View className="flyer-scan__hint">{staffWords.scanHint}</View>
      </View>
      <View className="ll-card flyer-type">
        <Input
          id="flyer-code"
          className="flyer-type__input"
          value={written}
          maxlength={400}
          placeholder={staffWords.typeHint}
          placeholderClass="flyer-hint"
          onInput={(event) => setWritten(event.detail.value)}
          onConfirm={(event) => look.tap(event.detail.value)}
        />
        <Button size="small" kind="soft" busy={look.busy} onTap={() => look.tap(written)} id="flyer-look">
          {staffWords.look}
        </Button>
      </View>
    </>
  );
}
