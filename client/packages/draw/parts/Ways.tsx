import type { PrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Check } from '@/components/Check';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { prizeWords } from '@/text/areas/prizes';
import './parts.scss';

export type Way = PrizeView['ways'][number];

interface WaysProps {
  ways: readonly Way[];
  chosen: Way | undefined;
  onChoose: (way: Way) => void;
}

/** How to have a prize: one of these. The whole row is the target. */
export function Ways({ ways, chosen, onChoose }: WaysProps) {
  return (
    <Card cells>
      {ways.map((way, index) => {
        const { title, note } = prizeWords.ways[way];
        return (
          <View
            key={way}
            id={`way-${way}`}
            className={classes('draw-way', index > 0 && 'draw-way--next')}
            onClick={() => onChoose(way)}
            data-on={way === chosen ? 'true' : 'false'}
            {...a11y('radio', title)}
          >
            <Check on={way === chosen} label={title} onChange={() => onChoose(way)} />
            <View className="ll-grow">
              <View>{title}</View>
              <View className="ll-cap">{note}</View>
            </View>
          </View>
        );
      })}
    </Card>
  );
}
