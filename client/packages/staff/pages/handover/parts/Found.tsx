import type { HandOverView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { OfferTag } from '@/components/OfferTag';
import { Tile } from '@/components/Tile';
import { tintOf } from '@/components/Tile/tint-of';
import { serverNowMs } from '@/services/clock';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { dayText, whenText } from '@/text/times';
import '../index.scss';

/** What the code stands for, and whose it is: enough to compare with the person, and no more. */
export function Found({ prize }: { prize: HandOverView }) {
  const nowMs = serverNowMs();
  const { title, picture, unit, drawTitle, wonAtMs, claimUntilMs, who, way, stockLeft, handedOverAtMs } = prize;
  const facts: readonly [string, string][] = [
    [words.who, who],
    [words.how, words.way[way]],
    [words.taken, handedOverAtMs === null ? words.notTaken : words.takenAt(whenText(handedOverAtMs, nowMs))],
  ];
  return (
    <View className="ll-card" id="found">
      <View className="ll-row">
        <Icon name="check-circle" size={24} className="ll-save" />
        <View className="ll-t3">{words.matches}</View>
      </View>
      <View className="ll-flex ll-mt-16">
        <Tile picture={picture} tint={tintOf(picture)} size={88} />
        <View className="ll-grow ll-ml-12">
          <View className="ll-t3">{title}</View>
          <View className="ll-cap">{words.one(unit, drawTitle, whenText(wonAtMs, nowMs))}</View>
          <View className="ll-tags ll-mt-4">
            {stockLeft !== null && <OfferTag tone="plain">{words.stock(stockLeft, unit)}</OfferTag>}
            <OfferTag tone="plain">{words.until(dayText(claimUntilMs - 1))}</OfferTag>
          </View>
        </View>
      </View>
      <View className="ll-divider" />
      {facts.map(([name, value]) => (
        <View className="ll-spread ll-note handover-fact" key={name}>
          <View>{name}</View>
          <View className="handover-fact__value">{value}</View>
        </View>
      ))}
      <View className="ll-mt-12">
        <Notice icon="info">{words.checkWho}</Notice>
      </View>
    </View>
  );
}
