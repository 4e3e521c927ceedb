import type { BoardPrize } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Meter } from '@/components/Meter';
import { Tile } from '@/components/Tile';
import { tintOf } from '@/components/Tile/tint-of';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { boardNotes, outText } from './board-notes';
import '../index.scss';

interface PrizeRowProps {
  prize: BoardPrize;
  on: boolean;
  onTap: () => void;
}

export function PrizeRow({ prize, on, onTap }: PrizeRowProps) {
  const { drawPrizeId, title, picture, count, out } = prize;
  return (
    <View
      className={classes('board-prize', on && 'board-prize--on')}
      id={`board-${drawPrizeId}`}
      data-out={out}
      onClick={onTap}
      {...a11y('button', words.pace(title))}
    >
      <Tile picture={picture} tint={tintOf(picture)} size={44} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-spread">
          <View className="ll-ell">{title}</View>
          <View className="ll-note ll-nowrap ll-ml-8">{outText(prize)}</View>
        </View>
        {count !== null && (
          <View className="ll-mt-4">
            <Meter share={out / count} tone="green" />
          </View>
        )}
        <View className="ll-cap ll-mt-4">{boardNotes(prize)}</View>
      </View>
    </View>
  );
}
