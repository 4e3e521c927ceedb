import type { Banner } from '@rooms/campaign/contract';
import { View } from '@tarojs/components';
import { Countdown } from '@/components/Countdown';
import { Stall } from '@/components/Stall';
import { standing } from '@/components/Stall/goods';
import { openShop } from '@/services/target';
import { shopWords } from '@/text/areas/shop';

/** The banner: what the morning market has, until when. */
export function MarketStall({ banner, onEnd }: { banner: Banner; onEnd: () => void }) {
  return (
    <Stall height={136} goods={banner.goods.slice(0, 3).map(standing)} onTap={() => openShop(null)}>
      <View className="home-banner__title ll-ell">{banner.title}</View>
      <View className="ll-note ll-ell">{banner.line}</View>
      {banner.endsAtMs !== null && (
        <View className="ll-row ll-mt-8">
          <View className="ll-cap ll-ink-2">{shopWords.left}</View>
          <Countdown endsAtMs={banner.endsAtMs} onEnd={onEnd} />
        </View>
      )}
    </Stall>
  );
}
