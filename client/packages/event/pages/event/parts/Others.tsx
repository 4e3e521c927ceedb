import type { EventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { OfferTag } from '@/components/OfferTag';
import { Section } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { eventWords } from '@/text/areas/event';
import { whenText } from '@/text/times';
import '../index.scss';

/** What else is coming, each a card that leads to its own page. */
export function Others({ events }: { events: readonly EventView[] }) {
  if (events.length === 0) return null;
  return (
    <Section title={eventWords.others}>
      {events.map((event) => (
        <Other event={event} key={event.eventId} />
      ))}
    </Section>
  );
}

function Other({ event }: { event: EventView }) {
  const { eventId, title, pictures, tint, place, startsAtMs, left, capacity, waiting, mine } = event;
  const tag = mine && mine.state !== 'gone' ? eventWords.mineTag[mine.state] : left === 0 ? eventWords.full : null;
  return (
    <View
      className="ll-card event-card"
      id={`event-${eventId}`}
      onClick={() => open('event', { id: eventId })}
      {...a11y('button')}
    >
      <Tile picture={pictures[0] ?? 'basket'} tint={tint} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-spread">
          <View className="ll-t3 ll-grow ll-ell">{title}</View>
          {tag && <OfferTag tone={mine ? 'save' : 'plain'}>{tag}</OfferTag>}
        </View>
        <View className="ll-cap">{`${whenText(startsAtMs, serverNowMs())}，${place}`}</View>
        <View className="ll-cap">{left > 0 ? eventWords.card(left) : eventWords.cardFull(capacity, waiting)}</View>
      </View>
    </View>
  );
}
