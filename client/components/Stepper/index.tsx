import { Text, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { words } from '@/text';
import './index.scss';

export interface StepperProps {
  value: number;
  /** Default 1; 0 lets the last one be taken out. */
  min?: number;
  /** What is in stock. Default 999 (the contract's limit for a line). */
  max?: number;
  onChange: (value: number) => void;
  /** Whose number it is, for screen readers. */
  label: string;
  /** Its sides are `<id>-less` and `<id>-more`. */
  id?: string;
}

export function Stepper({ value, min = 1, max = 999, onChange, label, id }: StepperProps) {
  return (
    <View className="ll-step" id={id} onClick={(event) => event.stopPropagation()}>
      <Side
        icon="minus"
        id={id && `${id}-less`}
        say={words.stepper.less(label)}
        off={value <= min}
        onTap={() => onChange(value - 1)}
      />
      <Text className="ll-step__num">{value}</Text>
      <Side
        icon="plus"
        id={id && `${id}-more`}
        say={words.stepper.more(label)}
        off={value >= max}
        onTap={() => onChange(value + 1)}
      />
    </View>
  );
}

interface SideProps {
  id: string | undefined;
  icon: 'minus' | 'plus';
  say: string;
  off: boolean;
  onTap: () => void;
}

function Side({ id, icon, say, off, onTap }: SideProps) {
  return (
    <View
      id={id}
      className={classes('ll-step__btn', off && 'll-step__btn--off')}
      onClick={off ? undefined : onTap}
      {...a11y('button', say)}
    >
      <Icon name={icon} size={14} />
    </View>
  );
}
