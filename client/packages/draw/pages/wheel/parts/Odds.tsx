import type { DrawPrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { drawWords } from '@/text/areas/draw';
import { yuanText } from '@/text/money';
import { oddsText } from './cells';
import '../index.scss';

/** Odds, counts and values together, before the first spin (SAMR order 32, art. 12 to 14). In text: tests and ears read it. */
export function Odds({ prizes }: { prizes: readonly DrawPrizeView[] }) {
  return (
    <Card title={drawWords.oddsTitle} aside={<View className="ll-cap">{drawWords.oddsSum}</View>} className="ll-mt-12">
      <View className="odds__row ll-cap">
        <View className="odds__name">{drawWords.prize}</View>
        <View className="odds__cell">{drawWords.odds}</View>
        <View className="odds__cell">{drawWords.count}</View>
        <View className="odds__cell">{drawWords.value}</View>
      </View>
      {prizes.map((prize) => (
        <View className="odds__row" key={prize.drawPrizeId} id={`odds-${prize.drawPrizeId}`}>
          <View className="odds__name">{prize.title}</View>
          <View className="odds__cell ll-num">{oddsText(prize.oddsPpm)}</View>
          <View className="odds__cell ll-note">{prize.count === null ? drawWords.endless : prize.count}</View>
          <View className="odds__cell ll-num ll-ink-2">{yuanText(prize.valueFen)}</View>
        </View>
      ))}
    </Card>
  );
}
