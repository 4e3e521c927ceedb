import type { ExchangeView, OrderView, RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { copyText } from '@/services/copy';
import { open } from '@/services/navigate';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { exchangeWords } from '@/text/areas/exchange';
import { refundWords } from '@/text/areas/refund';
import { orderNumberText } from '@/text/orders';
import { whenText } from '@/text/times';

/** `<order id>-r1` is too long to read out: the order's number and what comes after the id. */
export const shownNumber = (orderNumber: string, refundNumber: string): string =>
  `${orderNumberText(orderNumber)} ${refundNumber.slice(refundNumber.lastIndexOf('-') + 1)}`;

export function Facts({ order, refund }: { order: OrderView; refund: RefundView }) {
  const { refundNumber, cause, reason, atMs } = refund;
  const why = cause === 'after-sales' && reason ? words.reasons[reason] : refundWords.causes[cause];
  const texts = { kind: refundWords.kind, number: refundWords.number, copied: refundWords.copied };
  return <Rows order={order} of={{ number: refundNumber, why, atMs }} texts={texts} />;
}

export function ExchangeFacts({ order, exchange }: { order: OrderView; exchange: ExchangeView }) {
  const { exchangeNumber, reason, atMs } = exchange;
  const texts = { kind: exchangeWords.kind, number: exchangeWords.number, copied: exchangeWords.copied };
  return <Rows order={order} of={{ number: exchangeNumber, why: words.reasons[reason], atMs }} texts={texts} />;
}

interface RowsProps {
  order: OrderView;
  of: { number: string; why: string; atMs: number };
  texts: { kind: string; number: string; copied: string };
}

function Rows({ order, of: { number, why, atMs }, texts }: RowsProps) {
  return (
    <Card cells>
      <Cell first title={texts.kind} value={why} />
      <Cell title={refundWords.askedAt} value={whenText(atMs, serverNowMs())} />
      <Cell
        title={texts.number}
        value={
          <View className="refund-number" onClick={() => void copyText(number, texts.copied)}>
            <View className="ll-num">{shownNumber(order.number, number)}</View>
            <Icon name="copy" size={16} className="ll-ml-4" />
          </View>
        }
      />
      <Cell
        title={refundWords.order}
        value={orderNumberText(order.number)}
        onTap={() => open('order', { id: order.orderId })}
        id="see-order"
      />
    </Card>
  );
}
