import type { OrderView, RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { copyText } from '@/services/copy';
import { open } from '@/services/navigate';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { orderNumberText } from '@/text/orders';
import { whenText } from '@/text/times';

/** `<order id>-r1` is too long to read out: the order's number and what comes after the id. */
export const shownNumber = (orderNumber: string, refundNumber: string): string =>
  `${orderNumberText(orderNumber)} ${refundNumber.slice(refundNumber.lastIndexOf('-') + 1)}`;

export function Facts({ order, refund }: { order: OrderView; refund: RefundView }) {
  const { refundNumber, cause, reason, atMs } = refund;
  const why = cause === 'after-sales' && reason ? words.reasons[reason] : words.causes[cause];
  return (
    <Card cells>
      <Cell first title={words.kind} value={why} />
      <Cell title={words.askedAt} value={whenText(atMs, serverNowMs())} />
      <Cell
        title={words.number}
        value={
          <View className="refund-number" onClick={() => void copyText(refundNumber, words.copied)}>
            <View className="ll-num">{shownNumber(order.number, refundNumber)}</View>
            <Icon name="copy" size={16} className="ll-ml-4" />
          </View>
        }
      />
      <Cell
        title={words.order}
        value={orderNumberText(order.number)}
        onTap={() => open('order', { id: order.orderId })}
        id="see-order"
      />
    </Card>
  );
}
