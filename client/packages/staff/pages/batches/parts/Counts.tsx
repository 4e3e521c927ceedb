import type { CountsView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { Meter } from '@/components/Meter';
import { flyerWords as words } from '@/text/areas/staff-flyers';

const stages = ['scanned', 'joined', 'claimed', 'paid'] as const;

/** How far people came: four bars, each as long as its share of those who scanned. */
export function Counts({ counts }: { counts: CountsView }) {
  return (
    <View className="counts">
      {stages.map((stage) => (
        <View key={stage} className="counts__row" data-stage={stage} data-count={String(counts[stage])}>
          <View className="counts__name">{words.stages[stage]}</View>
          <View className="ll-grow">
            <Meter share={counts.scanned > 0 ? counts[stage] / counts.scanned : 0} tone="green" />
          </View>
          <View className="counts__number">{words.people(counts[stage])}</View>
        </View>
      ))}
    </View>
  );
}
