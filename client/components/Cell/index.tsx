import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon, type IconName } from '@/components/Icon';
import './index.scss';

export interface CellProps {
  icon?: IconName;
  /** At the left in place of an icon: a tile, a check. */
  lead?: ReactNode;
  title: ReactNode;
  /** Under the title. */
  note?: ReactNode;
  /** At the right. */
  value?: ReactNode;
  /** With it an arrow shows and the whole row is the target. */
  onTap?: () => void;
  first?: boolean;
  id?: string;
}

/** A row of a card: at least 52 high, a hairline above all but the first. */
export function Cell({ icon, lead, title, note, value, onTap, first, id }: CellProps) {
  return (
    <View
      id={id}
      className={classes('ll-cell', first && 'll-cell--first')}
      hoverClass={onTap ? 'll-cell--press' : 'none'}
      onClick={onTap}
      {...(onTap ? a11y('button') : {})}
    >
      {icon && <Icon name={icon} className="ll-ink-2" />}
      {lead}
      <View className={classes('ll-grow', Boolean(icon ?? lead) && 'll-ml-12')}>
        <View>{title}</View>
        {note && <View className="ll-cap">{note}</View>}
      </View>
      {value && <View className="ll-cell__value">{value}</View>}
      {onTap && <Icon name="right" size={16} className="ll-cell__arrow" />}
    </View>
  );
}
