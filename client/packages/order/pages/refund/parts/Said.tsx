import { View } from '@tarojs/components';
import { refundWords } from '@/text/areas/refund';
import { SaidPictures } from './SaidPictures';

/** What the resident wrote and showed. */
export function Said({ text, pictures }: { text: string; pictures: readonly string[] }) {
  return (
    <View className="refund-said">
      <View className="ll-cap">{refundWords.said}</View>
      <View className="ll-mt-4">{text}</View>
      <SaidPictures pictures={pictures} />
    </View>
  );
}
