import { shanghaiDay } from '@kernel/period';
import type { CountsView, FlyerView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Card, Section } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { staffWords } from '@/text/areas/staff';
import { whenText } from '@/text/times';
import { numberText } from './numberText';

interface MyFlyersProps {
  flyers: readonly FlyerView[];
  today: CountsView;
  onPick: (flyer: FlyerView) => void;
}

/** What hangs in one's name, and what today brought. A tap takes one in the hand. */
export function MyFlyers({ flyers, today, onPick }: MyFlyersProps) {
  const nowMs = serverNowMs();
  const putUp = flyers.filter((flyer) => isToday(flyer, nowMs)).length;
  return (
    <Section
      title={putUp > 0 ? staffWords.today(putUp) : staffWords.mineTitle}
      aside={staffWords.todayBrought(today.scanned, today.joined)}
    >
      <Card cells id="my-flyers">
        {flyers.map((flyer, index) => (
          <Cell
            key={flyer.flyerId}
            first={index === 0}
            title={titleOf(flyer)}
            note={`${flyer.estateName}，${staffWords.row(numberText(flyer), whenText(flyer.activatedAtMs ?? flyer.printedAtMs, nowMs))}`}
            value={stateOf(flyer)}
            onTap={() => onPick(flyer)}
            id={`flyer-${flyer.flyerId}`}
          />
        ))}
        {flyers.length === 0 && (
          <View className="flyer-none">
            <View>{staffWords.noneTitle}</View>
            <View className="ll-cap">{staffWords.noneNote}</View>
          </View>
        )}
      </Card>
    </Section>
  );
}

const isToday = ({ activatedAtMs }: FlyerView, nowMs: number) =>
  activatedAtMs !== null && shanghaiDay(activatedAtMs) === shanghaiDay(nowMs);

const titleOf = ({ place, note }: FlyerView) => note || (place ? staffWords.places[place] : staffWords.places.other);

const stateOf = ({ state, scanned }: FlyerView) =>
  state === 'active' ? staffWords.scans(scanned) : staffWords.standing[state];
