import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import './index.scss';

interface TickProps {
  on: boolean;
  onChange?: (on: boolean) => void;
  /** Whose tick it is, for screen readers. */
  label: string;
  id?: string;
}

export interface CheckProps extends TickProps {
  /** Cannot be chosen: dashed. */
  none?: boolean;
}

/** A round tick: 22 drawn, 44 to touch. */
export function Check({ on, onChange, label, none, id }: CheckProps) {
  return (
    <View
      id={id}
      className="ll-check"
      onClick={(event) => {
        event.stopPropagation();
        if (!none) onChange?.(!on);
      }}
      {...{ role: 'checkbox', 'aria-label': label, 'aria-checked': on ? 'true' : 'false' }}
    >
      <View className={classes('ll-check__disc', on && 'll-check__disc--on', none && 'll-check__disc--none')}>
        {on && <Icon name="check" size={14} />}
      </View>
    </View>
  );
}

/** On means yes, and yes is green. */
export function Switch({ on, onChange, label, id }: TickProps) {
  return (
    <View
      id={id}
      className={classes('ll-switch', on && 'll-switch--on')}
      onClick={(event) => {
        event.stopPropagation();
        onChange?.(!on);
      }}
      {...{ role: 'switch', 'aria-label': label, 'aria-checked': on ? 'true' : 'false' }}
    />
  );
}
