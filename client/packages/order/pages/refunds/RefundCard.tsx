import type { RefundView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { classes } from '@/components/classes';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { refundWords as words } from '@/text/areas/refund';
import { isOff, refundGoodsText } from '@/text/refunds';
import { whenText } from '@/text/times';

/** The pictures that fit into a card's row beside each other. */
const PICTURES = 4;

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
    <Card className="ll-mb-12" onTap={() => open('refund', { orderId, refundNumber })} id={`refund-${refundNumber}`}>
      <View className="ll-spread ll-mb-8">
        <View className="ll-note">{whenText(atMs, serverNowMs())}</View>
        <View className={classes('ll-note', tones[state])}>{words.tags[state]}</View>
      </View>
      <View className="order-card__goods">
        {lines.slice(0, PICTURES).map((line) => (
          <View className="order-card__good" key={line.lineId}>
            <Tile picture={line.picture} tint={line.tint} size={56} />
          </View>
        ))}
      </View>
      <View className="ll-spread ll-mt-8">
        <View className="ll-grow order-line__name">{refundGoodsText(refund)}</View>
        <View className="ll-note ll-nowrap ll-ml-12">{off ? words.wished : words.gives}</View>
        <View className="ll-ml-4">
          <Price fen={sums.amountFen} size="s" tone={off ? 'ink' : 'save'} />
        </View>
      </View>
    </Card>
  );
});
