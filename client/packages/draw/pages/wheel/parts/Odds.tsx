import type { DrawPrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { drawWords } from '@/text/areas/draw';
import { yuanText } from '@/text/money';
import { limitsText, oddsText, paceText, rarestFirst } from './cells';
import '../index.scss';

/** Odds, counts and values together, before the first spin (SAMR order 32, art. 12 to 14). In text: tests and ears read it. */
export function Odds({ prizes }: { prizes: readonly DrawPrizeView[] }) {
  const consolation = prizes.find((prize) => prize.consolation);
  return (
    <Card title={drawWords.oddsTitle} aside={<View className="ll-cap">{drawWords.oddsSum}</View>} className="ll-mt-12">
      <View className="odds__row ll-cap">
        <View className="odds__name">{drawWords.prize}</View>
        <View className="odds__cell">{drawWords.odds}</View>
        <View className="odds__cell">{drawWords.count}</View>
        <View className="odds__cell">{drawWords.value}</View>
      </View>
      {rarestFirst(prizes).map((prize) => (
        <Row key={prize.drawPrizeId} prize={prize} />
      ))}
      <View className="ll-cap ll-mt-8" id="odds-pace">
        {paceText(prizes)}
        {consolation && drawWords.consolation(consolation.title)}
      </View>
    </Card>
  );
}

function Row({ prize }: { prize: DrawPrizeView }) {
  const { drawPrizeId, title, oddsPpm, count, unit, valueFen } = prize;
  const limits = limitsText(prize);
  return (
    <View className="odds__line" id={`odds-${drawPrizeId}`}>
      <View className="odds__row">
        <View className="odds__name">{title}</View>
        <View className="odds__cell ll-num">{oddsText(oddsPpm)}</View>
        <View className="odds__cell ll-note">{count === null ? drawWords.endless : drawWords.units(count, unit)}</View>
        <View className="odds__cell ll-num ll-ink-2">{yuanText(valueFen)}</View>
      </View>
      {limits && <View className="ll-cap odds__limits">{limits}</View>}
    </View>
  );
}
