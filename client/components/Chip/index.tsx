import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import './index.scss';

export interface ChipProps {
  children: string;
  on?: boolean;
  /** Not to be had, with the reason in the words. */
  off?: boolean;
  onTap?: () => void;
  id?: string;
}

export function Chip({ children, on, off, onTap, id }: ChipProps) {
  return (
    <View
      id={id}
      className={classes('ll-chip', on && 'll-chip--on', off && 'll-chip--off')}
      onClick={off ? undefined : onTap}
      {...a11y('button')}
    >
      {children}
    </View>
  );
}
