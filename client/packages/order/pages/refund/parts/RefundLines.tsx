import type { RefundView } from '@rooms/order/contract';
import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { lookAt } from '@/services/look';
import { pictureUrl } from '@/services/picture';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { refundWords } from '@/text/areas/refund';
import { yuanText } from '@/text/money';

/** What goes back, and what the resident wrote and showed. */
export function RefundLines({ refund }: { refund: RefundView }) {
  const { lines, reason, note, pictures, cause } = refund;
  const said = cause === 'after-sales' ? [reason && words.reasons[reason], note].filter(Boolean).join('，') : '';
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
          <Pictures pictures={pictures} />
        </View>
      )}
    </Card>
  );
}

function Pictures({ pictures }: { pictures: readonly string[] }) {
  if (pictures.length === 0) return null;
  return (
    <View className="refund-pictures">
      {pictures.map((fileId, at) => (
        <View
          key={fileId}
          className="refund-picture"
          onClick={() => lookAt(pictures, at)}
          id={`picture-${at}`}
          {...a11y('button', refundWords.lookAt(at + 1))}
        >
          <Image className="refund-picture__img" src={pictureUrl(fileId)} mode="aspectFill" lazyLoad />
        </View>
      ))}
    </View>
  );
}
