import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { drawWords } from '@/text/areas/draw';
import { Fingerprint } from '../../../parts/Fingerprint';

/** The rules with their organiser, and the seed's fingerprint; after the end the seed itself. */
export function Papers({ draw }: { draw: DrawView }) {
  const { rules, organiser, layout, seedHash, seedHex } = draw;
  const named = rules.some((rule) => rule.includes(organiser));
  return (
    <>
      <Card title={drawWords.rules} className="ll-mt-12" id="rules">
        {[...rules, ...(named ? [] : [drawWords.organiser(organiser)])].map((rule) => (
          <View className="ll-note ll-mt-4" key={rule}>
            {rule}
          </View>
        ))}
      </Card>
      <Card title={drawWords.fair} className="ll-mt-12">
        <View className="ll-note">{drawWords.fairNote[layout]}</View>
        <Fingerprint name={drawWords.hash} hex={seedHash} id="seed-hash" />
        {seedHex !== null && <Fingerprint name={drawWords.seed} hex={seedHex} id="seed" />}
      </Card>
    </>
  );
}
