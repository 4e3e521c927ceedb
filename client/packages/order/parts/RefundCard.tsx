import type { RefundView } from '@rooms/order/contract';
import { Price } from '@/components/Price';
import { serverNowMs } from '@/services/clock';
import { orderWords } from '@/text/areas/order';
import { refundSteps } from '@/text/refund-steps';
import { refundGoodsText, refundHeadline } from '@/text/refunds';
import { AfterSalesCard } from './AfterSalesCard';

/** Green is money that comes back. */
const isOpenOrGivenBack = (state: RefundView['state']): boolean => state !== 'declined' && state !== 'withdrawn';

export function RefundCard({ orderId, refund }: { orderId: string; refund: RefundView }) {
  const { refundNumber, state, sums, answer } = refund;
  const { title, note } = refundHeadline(refund, serverNowMs());
  return (
    <AfterSalesCard
      id={`refund-${refundNumber}`}
      query={{ orderId, refundNumber }}
      title={`${orderWords.refund}，${title}`}
      goods={refundGoodsText(refund)}
      amount={<Price fen={sums.amountFen} size="s" tone={isOpenOrGivenBack(state) ? 'save' : 'ink'} />}
      steps={refundSteps(refund)}
      note={answer ?? note}
    />
  );
}
