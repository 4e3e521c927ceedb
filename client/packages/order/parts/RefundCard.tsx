import type { RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Steps } from '@/components/Steps';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { orderWords } from '@/text/areas/order';
import { refundSteps } from '@/text/refund-steps';
import { refundGoodsText, refundHeadline } from '@/text/refunds';

/** Green is money that comes back. */
const isOpenOrGivenBack = (state: RefundView['state']): boolean => state !== 'declined' && state !== 'withdrawn';

/** A refund of the order: how far it is, and the way to all of it. */
export function RefundCard({ orderId, refund }: { orderId: string; refund: RefundView }) {
  const { refundNumber, state, sums, answer } = refund;
  const { title, note } = refundHeadline(refund, serverNowMs());
  return (
    <Card onTap={() => open('refund', { orderId, refundNumber })} id={`refund-${refundNumber}`}>
      <View className="ll-spread ll-spread--top">
        <View className="ll-grow">
          <View className="ll-t3">
            {orderWords.refund}，{title}
          </View>
          <View className="ll-cap ll-mt-2">{refundGoodsText(refund)}</View>
        </View>
        <View className="ll-flex ll-ml-12">
          <Price fen={sums.amountFen} size="s" tone={isOpenOrGivenBack(state) ? 'save' : 'ink'} />
          <Icon name="right" size={16} className="ll-ink-3 ll-ml-4" />
        </View>
      </View>
      <Steps steps={refundSteps(refund)} />
      <View className="ll-note ll-mt-8">{answer ?? note}</View>
    </Card>
  );
}
