import type { Banner } from '@rooms/campaign/contract';
import { View } from '@tarojs/components';
import { Countdown } from '@/components/Countdown';
import { type Good, Stall } from '@/components/Stall';
import { openShop } from '@/services/target';
import { shopWords } from '@/text/areas/shop';

/** Small things stand lower than tall ones. */
const sizesPx: Readonly<Record<string, number>> = { egg: 46, greens: 58, milk: 74, rice: 64, tomato: 52, garlic: 46 };
const usualPx = 60;

const good = (picture: string): Good => ({ picture, sizePx: sizesPx[picture] ?? usualPx });

/** The banner: what the morning market has, until when. */
export function MarketStall({ banner, onEnd }: { banner: Banner; onEnd: () => void }) {
  return (
    <Stall height={136} goods={banner.goods.slice(0, 3).map(good)} onTap={() => openShop(null)}>
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
