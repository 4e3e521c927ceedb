import type { StaffEventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Meter } from '@/components/Meter';
import { OfferTag } from '@/components/OfferTag';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { staff } from '@/services/doors';
import { open, openTab } from '@/services/navigate';
import { useSession } from '@/stores/session';
import { words } from '@/text';
import { staffEventWords } from '@/text/areas/staff-events';
import { whenText } from '@/text/times';

/** Who may spend a campaign's money plans events; the server says the same. */
const planners = ['operator', 'owner'];

/** All events, the newest first. */
export default function StaffEventsPage() {
  const events = usePages((cursor) => staff.ask('event.board', { cursor }), []);
  const mayPlan = useSession(({ me }) => me?.roles.some((role) => planners.includes(role)) ?? false);
  useOnReturn(() => void events.load.reload());
  useReachBottom(events.more);
  usePullDownRefresh(() => void events.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={events.load}
          skeleton={<SkeletonList />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={({ rows }) =>
            rows.length > 0 ? null : (
              <Empty picture="pot" title={staffEventWords.none} note={staffEventWords.noneNote} />
            )
          }
        >
          {() => (
            <View id="events">
              {events.rows.map((event) => (
                <EventRow event={event} key={event.eventId} />
              ))}
              <View className="ll-foot">{events.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
      {mayPlan && (
        <Bar>
          <Button size="big" block onTap={() => open('staffEventPlan')} id="plan">
            {staffEventWords.plan}
          </Button>
        </Bar>
      )}
    </Page>
  );
}

function EventRow({ event }: { event: StaffEventView }) {
  const { eventId, title, state, startsAtMs, place, capacity, counts } = event;
  const taken = counts.going + counts.offered + counts.came;
  return (
    <View
      className="ll-card"
      id={`event-${eventId}`}
      onClick={() => open('staffEvent', { id: eventId })}
      {...a11y('button')}
    >
      <View className="ll-spread">
        <View className="ll-t3 ll-grow ll-ell">{title}</View>
        <OfferTag tone={state === 'open' ? 'save' : 'plain'}>{staffEventWords.state[state]}</OfferTag>
      </View>
      <View className="ll-cap">{`${whenText(startsAtMs, serverNowMs())}，${place}`}</View>
      <View className="ll-note ll-mt-8 ll-mb-8">{staffEventWords.counts(taken, capacity, counts.waiting)}</View>
      <Meter share={taken / capacity} tone="green" />
    </View>
  );
}
