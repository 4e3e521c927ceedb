import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import './index.scss';

/** A bar of 6 px: stock, budget. `share` 0 to 1. */
export function Meter({ share, tone }: { share: number; tone?: 'green' | 'honey' }) {
  return (
    <View className="ll-meter">
      <View
        className={classes('ll-meter__fill', tone && `ll-meter__fill--${tone}`)}
        style={{ width: percent(share) }}
      />
    </View>
  );
}

/** 0.936 → '93.6%', kept within 0 and 100. */
export const percent = (share: number): string => `${Math.round(Math.min(Math.max(share, 0), 1) * 1_000) / 10}%`;
