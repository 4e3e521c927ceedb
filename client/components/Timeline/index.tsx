import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import './index.scss';

export interface TimelineItem {
  key: string;
  title: string;
  note?: string;
  /** 「15:18」 */
  time?: string;
  /** The newest is now, those to come wait. */
  phase: 'now' | 'done' | 'wait';
}

/** Newest first, as the order page tells it. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <View className="ll-timeline">
      {items.map((item, index) => (
        <View
          key={item.key}
          className={classes(
            'll-timeline__item',
            `ll-timeline__item--${item.phase}`,
            index === items.length - 1 && 'll-timeline__item--last',
          )}
        >
          <View className="ll-spread ll-spread--base">
            <View className={classes(item.phase === 'now' && 'll-strong')}>{item.title}</View>
            {item.time && <View className="ll-num ll-ink-2 ll-timeline__time">{item.time}</View>}
          </View>
          {item.note && <View className="ll-cap">{item.note}</View>}
        </View>
      ))}
    </View>
  );
}
