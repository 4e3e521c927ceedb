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
}

export function Stepper({ value, min = 1, max = 999, onChange, label }: StepperProps) {
  return (
    <View className="ll-step" onClick={(event) => event.stopPropagation()}>
      <Side icon="minus" say={words.stepper.less(label)} off={value <= min} onTap={() => onChange(value - 1)} />
      <Text className="ll-step__num">{value}</Text>
      <Side icon="plus" say={words.stepper.more(label)} off={value >= max} onTap={() => onChange(value + 1)} />
    </View>
  );
}

interface SideProps {
  icon: 'minus' | 'plus';
  say: string;
  off: boolean;
  onTap: () => void;
}

function Side({ icon, say, off, onTap }: SideProps) {
  return (
    <View
      className={classes('ll-step__btn', off && 'll-step__btn--off')}
      onClick={off ? undefined : onTap}
      {...a11y('button', say)}
    >
      <Icon name={icon} size={14} />
    </View>
  );
}
