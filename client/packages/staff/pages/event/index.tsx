import type { GuestView, StaffEventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { OfferTag } from '@/components/OfferTag';
import { Page, PageBody } from '@/components/Page';
import { Card, Section } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { serverNowMs } from '@/services/clock';
import { staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { staffEventWords } from '@/text/areas/staff-events';
import { yuanText } from '@/text/money';
import { clockText, whenText } from '@/text/times';
import { Deeds } from './parts/Deeds';

/** One event: who comes, who waits, who is here; and what staff may do with it. */
export default function StaffEventPage() {
  const eventId = useRouter().params.id ?? '';
  const load = useLoad(() => staff.ask('event.guests', { eventId }), [eventId]);
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonList />} exitText={words.goHome} onExit={() => openTab('home')}>
          {({ event, guests }) => (
            <>
              <Head event={event} />
              <Guests guests={guests} />
              <Deeds event={event} onChanged={() => void load.reload()} />
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Head({ event }: { event: StaffEventView }) {
  const { title, state, startsAtMs, endsAtMs, place, estateName, capacity, counts, setAsideFen, calledOffWhy } = event;
  const taken = counts.going + counts.offered + counts.came;
  return (
    <Card id="event">
      <View className="ll-spread">
        <View className="ll-t2 ll-grow ll-ell">{title}</View>
        <OfferTag tone={state === 'open' ? 'save' : 'plain'}>{staffEventWords.state[state]}</OfferTag>
      </View>
      <View className="ll-note">{`${whenText(startsAtMs, serverNowMs())} 到 ${clockText(endsAtMs)}`}</View>
      <View className="ll-note">{`${estateName}，${place}`}</View>
      {calledOffWhy && <View className="ll-note ll-danger">{calledOffWhy}</View>}
      <View className="ll-divider" />
      <View className="ll-note">{staffEventWords.counts(taken, capacity, counts.waiting)}</View>
      <View className="ll-note">{staffEventWords.came(counts.householdsCame, counts.came)}</View>
      {setAsideFen > 0 && <View className="ll-note">{staffEventWords.money(yuanText(setAsideFen))}</View>}
    </Card>
  );
}

function Guests({ guests }: { guests: readonly GuestView[] }) {
  return (
    <Section title={staffEventWords.guests}>
      <Card id="guests">
        {guests.length === 0 && <View className="ll-note">{staffEventWords.noGuests}</View>}
        {guests.map((guest, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list is never reordered in place
          <Guest guest={guest} key={index} />
        ))}
      </Card>
    </Section>
  );
}

function Guest({ guest: { name, state, seats, place, cameAtMs } }: { guest: GuestView }) {
  const what = place === null ? staffEventWords.guest[state] : staffEventWords.place(place);
  return (
    <View className="ll-spread ll-note ll-mb-8">
      <View className="ll-grow ll-ell">{`${name}，${staffEventWords.people(seats)}`}</View>
      <View>{cameAtMs === null ? what : `${what} ${clockText(cameAtMs)}`}</View>
    </View>
  );
}
