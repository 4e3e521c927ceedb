import type { LandingView } from '@rooms/outreach/contract';
import { Text, View } from '@tarojs/components';
import { Countdown } from '@/components/Countdown';
import { Section } from '@/components/Section';
import { Stall } from '@/components/Stall';
import { standing } from '@/components/Stall/goods';
import { open } from '@/services/navigate';
import { openShop } from '@/services/target';
import { outreachWords } from '@/text/areas/outreach';
import { roundText } from '@/text/money';
import { giftOf } from './gift';
import { HowItWorks } from './HowItWorks';
import { Offer } from './Offer';

export interface LandingProps {
  landing: LandingView;
  scene: string;
  onChanged: () => Promise<void>;
}

export function Landing({ landing, scene, onChanged }: LandingProps) {
  const gift = giftOf(landing);
  const { estateName, goods, bannerEndsAtMs } = landing;
  return (
    <View id="landing">
      <View className="ll-center ll-mt-16">
        <View className="land-hello">{landing.isNew ? outreachWords.helloNew : outreachWords.hello}</View>
        <View className="ll-ink-2 ll-mt-4">
          {gift.fen > 0 ? outreachWords.gives(roundText(gift.fen)) : outreachWords.givesSomething}
        </View>
      </View>
      <Offer landing={landing} scene={scene} gift={gift} onChanged={onChanged} />
      {goods.length > 0 && (
        <Section title={outreachWords.onShelf} beside={<ShelfTime endsAtMs={bannerEndsAtMs} onEnd={onChanged} />}>
          <Stall height={96} goods={goods.slice(0, 4).map(standing)} onTap={() => openShop(null)} />
        </Section>
      )}
      <HowItWorks landing={landing} both={gift.firstOrderFen > 0} />
      <View className="ll-center ll-cap">
        {estateName === '' ? outreachWords.whereFrom : outreachWords.notHere(estateName)}
        <Text className="ll-link" id="change-estate" onClick={() => open('estate')}>
          {outreachWords.changeEstate}
        </Text>
      </View>
    </View>
  );
}

function ShelfTime({ endsAtMs, onEnd }: { endsAtMs: number | null; onEnd: () => Promise<void> }) {
  if (endsAtMs === null) return null;
  return (
    <View className="ll-row ll-row--4">
      <View className="ll-cap">{outreachWords.left}</View>
      <Countdown endsAtMs={endsAtMs} onEnd={() => void onEnd()} />
    </View>
  );
}
