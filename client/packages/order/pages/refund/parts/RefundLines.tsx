import type { RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { refundWords } from '@/text/areas/refund';
import { yuanText } from '@/text/money';
import { SaidPictures } from './SaidPictures';

/** What goes back, and what the resident wrote and showed. */
export function RefundLines({ refund }: { refund: RefundView }) {
  const { lines, reason, note, pictures, cause, timeline } = refund;
  // What support opened was not said here.
  const isOwn = cause === 'after-sales' && timeline.some(({ by }) => by === 'resident');
  const said = isOwn ? [reason && words.reasons[reason], note].filter(Boolean).join('，') : '';
  if (lines.length === 0 && !said) return null;
  return (
    <Card>
      {lines.map((line) => (
        <View className="refund-line" key={line.lineId}>
          <Tile picture={line.picture} tint={line.tint} size={56} />
          <View className="ll-grow ll-ml-12">
            <View className="refund-line__name">
              {line.name} {line.spec}
            </View>
            <View className="ll-cap">{words.line(line.units, yuanText(line.paidFen))}</View>
          </View>
        </View>
      ))}
      {said && (
        <View className="refund-said">
          <View className="ll-cap">{refundWords.said}</View>
          <View className="ll-mt-4">{said}</View>
          <SaidPictures pictures={pictures} />
        </View>
      )}
    </Card>
  );
}
