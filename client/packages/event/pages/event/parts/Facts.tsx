import type { EventView } from '@rooms/event/contract';
import { Text, View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Meter } from '@/components/Meter';
import { serverNowMs } from '@/services/clock';
import { eventWords } from '@/text/areas/event';
import { dayOf, spanOf, thanksOf } from '../when';
import '../index.scss';

/** When, where, what for, and how many seats are left. */
export function Facts({ event }: { event: EventView }) {
  const { place, placeNote, thanks, capacity, perHousehold, left, waiting } = event;
  const coupon = thanks && thanksOf(thanks);
  return (
    <View className="ll-card event-facts">
      <Cell first icon="clock" title={spanOf(event, serverNowMs())} note={dayOf(event)} />
      <Cell icon="pin" title={place} note={placeNote} />
      {coupon && <Cell icon="gift" title={coupon.title} note={coupon.note} />}
      <View className="ll-spread event-seats">
        {left > 0 ? (
          <View id="seats-left">
            {eventWords.stillLeft}
            <Text className="ll-num event-seats__left">{left}</Text>
            {eventWords.seats}
          </View>
        ) : (
          <View id="seats-left">{`${eventWords.isFull}，${eventWords.inLine(waiting)}`}</View>
        )}
        <View className="ll-cap">{eventWords.ofAll(capacity, perHousehold)}</View>
      </View>
      <View className="ll-mt-8">
        <Meter share={(capacity - left) / capacity} tone="green" />
      </View>
    </View>
  );
}
