import type { LandingView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';

/** Where the flyer hangs: so a neighbour knows that it is theirs. */
export function Place({ landing }: { landing: LandingView }) {
  return (
    <View className="land-place" id="land-place">
      <Icon name="pin-fill" className="ll-accent" />
      <View className="ll-t3 ll-nowrap ll-ml-4">{landing.estateName}</View>
      <View className="ll-cap ll-ell ll-grow ll-ml-8">{landing.place}</View>
    </View>
  );
}
