import type { MyReferralsView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { referralWords as words } from '@/text/areas/referral';
import { countText } from '@/text/money';
import { gainedText } from '@/text/referrals';

/** Three numbers: who came, who received, what it brought. */
export function Sums({ mine: { came, received, gained } }: { mine: MyReferralsView }) {
  const boxes = [
    { id: 'came', value: countText(came), name: words.came },
    { id: 'received', value: countText(received), name: words.received },
    { id: 'gained', value: gainedText(gained), name: words.gained },
  ];
  return (
    <View className="mine-sums">
      {boxes.map(({ id, value, name }) => (
        <View className="mine-sum" key={id} id={id}>
          <View className="ll-num mine-sum__value">{value}</View>
          <View className="ll-cap">{name}</View>
        </View>
      ))}
    </View>
  );
}
