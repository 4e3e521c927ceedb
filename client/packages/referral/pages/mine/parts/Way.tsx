import { View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { classes } from '@/components/classes';

/** Three short bars: took the card, ordered, received. The words beside them say the same. */
export function Way({ step, off }: { step: number; off: boolean }) {
  return (
    <View className="mine-way" {...hidden}>
      {[1, 2, 3].map((one) => (
        <View key={one} className={classes('mine-way__bar', one <= step && !off && 'mine-way__bar--done')} />
      ))}
    </View>
  );
}
