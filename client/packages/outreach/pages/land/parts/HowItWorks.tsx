import type { LandingView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { outreachWords } from '@/text/areas/outreach';
import { roundText } from '@/text/money';
import { dayText } from '@/text/times';

/** How the goods come, and the rules of the gift: what it asks for and how long it lasts. */
export function HowItWorks({ landing, both }: { landing: LandingView; both: boolean }) {
  // The end is exclusive: the last whole day is the one before it.
  const until = outreachWords.rulesUntil(dayText(landing.endsAtMs - 1));
  const shop = landing.estateName.replace(/小区$/, '');
  return (
    <>
      <Card title={outreachWords.deliveryTitle} className="ll-mt-16">
        <Line picture="scooter" title={outreachWords.deliveryLine} note={freightText(landing)} />
        <Line picture="basket" title={outreachWords.refundLine} note={outreachWords.refundNote} />
      </Card>
      <Card title={outreachWords.rulesTitle}>
        <View className="ll-note">
          {both ? outreachWords.rulesBoth : ''}
          {shop === '' ? outreachWords.rulesAnywhere(until) : outreachWords.rules(until, shop)}
        </View>
      </Card>
    </>
  );
}

function Line({ picture, title, note }: { picture: string; title: string; note: string | null }) {
  return (
    <View className="land-line">
      <Tile picture={picture} tint="oat" size={44} />
      <View className="ll-grow ll-ml-12">
        <View>{title}</View>
        {note !== null && <View className="ll-cap">{note}</View>}
      </View>
    </View>
  );
}

function freightText({ freeFreightFromFen, baseFreightFen }: LandingView): string | null {
  if (baseFreightFen === null) return null;
  const base = roundText(baseFreightFen);
  return freeFreightFromFen === null
    ? outreachWords.freightBase(base)
    : outreachWords.freightFree(roundText(freeFreightFromFen), base);
}
