import type { RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { Price } from '@/components/Price';
import { refundWords as words } from '@/text/areas/refund';
import { isOff, refundGoodsText } from '@/text/refunds';
import { AfterSalesRow } from './AfterSalesRow';

const tones: Readonly<Record<RefundView['state'], string>> = {
  asked: 'll-honey',
  'goods-to-come': 'll-honey',
  due: 'll-save',
  accepted: 'll-save',
  succeeded: 'll-ink-2',
  refused: 'll-danger',
  transferred: 'll-ink-2',
  declined: 'll-ink-2',
  withdrawn: 'll-ink-2',
};

export interface RefundCardProps {
  refund: RefundView & { readonly orderId: string };
}

export const RefundCard = memo(function RefundCard({ refund }: RefundCardProps) {
  const { refundNumber, orderId, state, atMs, lines, sums } = refund;
  const off = isOff(refund);
  return (
    <AfterSalesRow
      id={`refund-${refundNumber}`}
      query={{ orderId, refundNumber }}
      atMs={atMs}
      state={{ text: words.tags[state], tone: tones[state] }}
      lines={lines}
      goods={refundGoodsText(refund)}
    >
      <View className="ll-note ll-nowrap ll-ml-12">{off ? words.wished : words.gives}</View>
      <View className="ll-ml-4">
        <Price fen={sums.amountFen} size="s" tone={off ? 'ink' : 'save'} />
      </View>
    </AfterSalesRow>
  );
});
