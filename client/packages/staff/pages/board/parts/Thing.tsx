import { View } from '@tarojs/components';
import { Check } from '@/components/Check';
import { classes } from '@/components/classes';
import { Tile } from '@/components/Tile';
import { staffWords as words } from '@/text/areas/staff';
import type { PickItem } from './picking';

export interface ThingProps {
  item: PickItem;
  note?: string;
  ticked: readonly string[];
  onTick: (key: string) => void;
  first?: boolean;
  id: string;
}

/** The whole row is the target: hands are full. */
export function Thing({ item, note, ticked, onTick, first, id }: ThingProps) {
  const on = ticked.includes(item.key);
  return (
    <View
      id={id}
      data-on={on ? 'true' : 'false'}
      className={classes('ll-cell', 'board-thing', first && 'll-cell--first')}
      onClick={() => onTick(item.key)}
    >
      <Tile picture={item.picture} tint={item.tint} size={44} />
      <View className="ll-grow ll-ml-12">
        <View className={classes('board-thing__name', on && 'll-ink-3')}>{item.name}</View>
        {note && <View className="ll-cap">{note}</View>}
      </View>
      <View className="ll-num board-thing__units">×{item.units}</View>
      <View className="board-thing__tick">
        <Check on={on} label={words.tick(item.name)} onChange={() => onTick(item.key)} />
      </View>
    </View>
  );
}
