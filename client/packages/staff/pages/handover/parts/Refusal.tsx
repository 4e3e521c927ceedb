import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { serverNowMs } from '@/services/clock';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import type { Refused } from '../useCounter';
import { refusalNote } from './refusal-note';
import '../index.scss';

/** Why nothing is given, large and in words. */
export function Refusal({ refusal }: { refusal: Refused }) {
  return (
    <View className="ll-card handover-no" id="refused" data-code={refusal.code}>
      <Icon name="warn" size={24} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-t3">{words.refusedTitle[refusal.code]}</View>
        <View className="ll-note">{refusalNote(refusal, serverNowMs())}</View>
      </View>
    </View>
  );
}
