import type { StaffEventView } from '@rooms/event/contract';
import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Icon } from '@/components/Icon';
import { Page, PageBody } from '@/components/Page';
import { Card, Section } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { scan } from '@/services/scan';
import { toast } from '@/services/toast';
import { words as common } from '@/text';
import { staffEventWords as words } from '@/text/areas/staff-events';
import { Checked, type Outcome } from './Checked';
import { codeIn } from './code';
import './index.scss';

/** The entrance: a household shows its code, staff scans it. */
export default function CheckInPage() {
  const { id } = useRouter().params;
  const load = useLoad(() => staff.ask('event.today', {}), []);
  const [picked, setPicked] = useState<string | null>(id ?? null);
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonList />}
          exitText={common.goHome}
          onExit={() => openTab('home')}
          empty={({ events }) =>
            events.length > 0 ? null : <Empty picture="pot" title={words.noToday} note={words.noTodayNote} />
          }
        >
          {({ events }) => {
            const event = events.find(({ eventId }) => eventId === picked) ?? events[0];
            return (
              event && (
                <>
                  {events.length > 1 && <Which events={events} value={event.eventId} onPick={setPicked} />}
                  <Entrance event={event} key={event.eventId} />
                </>
              )
            );
          }}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

interface WhichProps {
  events: readonly StaffEventView[];
  value: string;
  onPick: (eventId: string) => void;
}

function Which({ events, value, onPick }: WhichProps) {
  return (
    <Section title={words.today}>
      <View className="ll-row">
        {events.map(({ eventId, title }) => (
          <Chip key={eventId} id={`which-${eventId}`} on={eventId === value} onTap={() => onPick(eventId)}>
            {title}
          </Chip>
        ))}
      </View>
    </Section>
  );
}

function Entrance({ event }: { event: StaffEventView }) {
  const { eventId, title, place } = event;
  const [written, setWritten] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const check = useTap(async (text: string) => {
    const found = codeIn(text);
    if (!found) return toast(words.notACode);
    if (found.eventId !== null && found.eventId !== eventId) return toast(words.otherEvent);
    const reply = await staff.call('event.checkIn', { eventId, code: found.code });
    setWritten('');
    setOutcome(reply.ok ? { view: reply.data } : { refusal: reply });
  });
  const camera = useTap(async () => {
    const text = await scan();
    if (text !== null) check.tap(text);
  });
  return (
    <>
      <View className="ll-t2 ll-mt-8">{title}</View>
      <View className="ll-note ll-mb-12">{place}</View>
      <View className="checkin-scan" id="scan" onClick={() => camera.tap()} {...a11y('button', words.scan)}>
        <Icon name="scan" size={40} />
        <View className="ll-mt-8">{words.scan}</View>
      </View>
      <Card>
        <View className="ll-cap">{words.type}</View>
        <View className="ll-flex">
          <Input
            id="digits"
            type="number"
            className="ll-grow checkin-input"
            value={written}
            maxlength={9}
            placeholder={words.typeHint}
            placeholderClass="checkin-hint"
            onInput={(typed) => setWritten(typed.detail.value)}
            onConfirm={(typed) => check.tap(typed.detail.value)}
          />
          <Button kind="soft" size="small" busy={check.busy} onTap={() => check.tap(written)} id="check">
            {words.check}
          </Button>
        </View>
      </Card>
      {outcome && <Checked outcome={outcome} />}
    </>
  );
}
