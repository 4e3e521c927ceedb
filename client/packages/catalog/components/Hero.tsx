import { Image, View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { asTint } from '@/components/Tile';
import { pictureUrl } from '@/services/picture';

const places = ['left', 'right', 'front'] as const;

/** Three of it, as on a stall. */
export function Hero({ picture, tint }: { picture: string; tint: string }) {
  return (
    <View className={`product-hero ll-tint--${asTint(tint)}`} {...hidden}>
      {places.map((place) => (
        <Image
          key={place}
          className={`product-hero__pic product-hero__pic--${place}`}
          src={pictureUrl(picture)}
          mode="aspectFit"
        />
      ))}
    </View>
  );
}
