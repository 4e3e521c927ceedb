import type { EventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { Card, Section } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { resident } from '@/services/doors';
import { open, openTab, urlOf } from '@/services/navigate';
import { useForward } from '@/services/share';
import { words } from '@/text';
import { eventWords } from '@/text/areas/event';
import { Facts } from './parts/Facts';
import { Front } from './parts/Front';
import { Mine } from './parts/Mine';
import { Others } from './parts/Others';
import { SignUp } from './parts/SignUp';
import './index.scss';

/** One event whole, with what this household has to do with it; below it what else is coming. */
export default function EventPage() {
  const { id } = useRouter().params;
  const load = useLoad(() => resident.ask('event.view', id ? { eventId: id } : {}), [id]);
  const event = load.data?.event ?? null;
  useForward(event?.title ?? eventWords.title, event ? urlOf('event', { id: event.eventId }) : urlOf('event'));
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonSlip />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ event: first }) => (first ? null : <NoEvents />)}
        >
          {({ event: first, others }) =>
            first && (
              <>
                <Whole event={first} onChanged={() => void load.reload()} />
                <Others events={others} />
                <Rules event={first} />
              </>
            )
          }
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Whole({ event, onChanged }: { event: EventView; onChanged: () => void }) {
  const { mine, state } = event;
  const isIn = mine !== null && mine.state !== 'gone';
  return (
    <>
      <Front event={event} />
      {state === 'called-off' && <Notice icon="warn">{eventWords.calledOff(event.calledOffWhy ?? '')}</Notice>}
      {state === 'open' && event.changedAtMs !== null && <Notice icon="info">{eventWords.changed}</Notice>}
      <Facts event={event} />
      {isIn && <Mine event={event} mine={mine} onChanged={onChanged} />}
      {!isIn && state === 'open' && <SignUp event={event} onChanged={onChanged} />}
    </>
  );
}

function Rules({ event: { host, contact, thanks } }: { event: EventView }) {
  const lines = (thanks ? eventWords.ruleLines : eventWords.ruleLinesPlain)(host, contact);
  return (
    <Section title={eventWords.rules}>
      <Card id="rules">
        {lines.map((line) => (
          <View className="ll-note" key={line}>
            {line}
          </View>
        ))}
      </Card>
    </Section>
  );
}

function NoEvents() {
  return (
    <Empty
      picture="pot"
      title={eventWords.none}
      note={eventWords.noneNote}
      actionText={eventWords.noneAction}
      onAction={() => open('group')}
    />
  );
}
