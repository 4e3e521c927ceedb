import type { BundleView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { bundleWords } from '@/text/areas/bundle';
import { whenText } from '@/text/times';

/** For whom, how many, until when, and what happens when one of it goes: written next to its price. */
export function Conditions({ bundle: { residents, maxSets, endsAtMs } }: { bundle: BundleView }) {
  const rows = [
    bundleWords.residents[residents],
    maxSets === null ? '' : bundleWords.most(maxSets),
    bundleWords.until(whenText(endsAtMs, serverNowMs())),
    bundleWords.split,
    bundleWords.refund,
  ];
  return (
    <Card title={bundleWords.rules}>
      {rows.filter(Boolean).map((row) => (
        <View className="ll-note ll-mt-4" key={row}>
          {row}
        </View>
      ))}
    </Card>
  );
}
