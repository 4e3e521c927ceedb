import type { BoardPrize } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { percent } from '@/components/Meter';
import { Card } from '@/components/Section';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { dayText } from '@/text/times';
import '../index.scss';

/** Allowed against given, a column for each moment; the dark part is never the higher one. */
export function Curve({ prize }: { prize: BoardPrize }) {
  const { title, curve, count, unit } = prize;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (count === null || !first || !last)
    return (
      <Card title={words.pace(title)} className="ll-mt-12" id="curve">
        <View className="ll-note">{words.noPace}</View>
      </Card>
    );
  return (
    <Card
      title={words.pace(title)}
      aside={
        <View className="ll-cap">
          {count} {unit}
        </View>
      }
      className="ll-mt-12"
      id="curve"
    >
      <View className="curve">
        {curve.map(({ atMs, allowed, out }) => (
          <View className="curve__moment" key={atMs} {...a11y('img', words.paceSpoken(dayText(atMs), allowed, out))}>
            <View className="curve__allowed" style={{ height: percent(allowed / count) }} />
            {out !== null && <View className="curve__out" style={{ height: percent(out / count) }} />}
          </View>
        ))}
      </View>
      <View className="ll-spread ll-cap ll-mt-4">
        <View>{dayText(first.atMs)}</View>
        <View>{dayText(last.atMs)}</View>
      </View>
      <View className="ll-cap ll-mt-4">{words.paceNote}</View>
    </Card>
  );
}
