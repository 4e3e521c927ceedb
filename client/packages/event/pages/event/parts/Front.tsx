import type { EventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import { Stall } from '@/components/Stall';
import '../index.scss';

/** On the shelf: true to size, so that five stand on it. */
const sizes: Readonly<Record<string, number>> = { pot: 78, dumpling: 70, toast: 64, tangerine: 52, apple: 54, tea: 60 };
const usualPx = 60;

/** The event's name over a shelf with what there is to taste. */
export function Front({ event: { title, line, pictures } }: { event: EventView }) {
  const goods = pictures.map((picture) => ({ picture, sizePx: sizes[picture] ?? usualPx }));
  return (
    <View className="ll-mt-4" id="event">
      <Stall
        goods={goods}
        height={104}
        over={
          <>
            <View className="event-front__title">{title}</View>
            <View className="ll-note">{line}</View>
          </>
        }
      />
    </View>
  );
}
