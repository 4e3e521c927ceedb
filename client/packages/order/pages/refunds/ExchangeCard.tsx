import type { ExchangeView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { exchangeWords as words } from '@/text/areas/exchange';
import { exchangeGoodsText } from '@/text/exchanges';
import { whenText } from '@/text/times';

/** The pictures that fit into a card's row beside each other. */
const PICTURES = 4;

const tones: Readonly<Record<ExchangeView['state'], string>> = {
  asked: 'll-honey',
  agreed: 'll-honey',
  'no-stock': 'll-danger',
  reserved: 'll-save',
  dispatched: 'll-save',
  'handed-over': 'll-honey',
  done: 'll-ink-2',
  refunded: 'll-ink-2',
  declined: 'll-ink-2',
  withdrawn: 'll-ink-2',
};

export interface ExchangeCardProps {
  exchange: ExchangeView & { readonly orderId: string };
}

export const ExchangeCard = memo(function ExchangeCard({ exchange }: ExchangeCardProps) {
  const { exchangeNumber, orderId, state, atMs, lines } = exchange;
  return (
    <Card
      className="ll-mb-12"
      onTap={() => open('refund', { orderId, exchangeNumber })}
      id={`exchange-${exchangeNumber}`}
    >
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
        <View className="ll-grow order-line__name">{exchangeGoodsText(exchange)}</View>
        <View className="ll-note ll-nowrap ll-ml-12">{words.name}</View>
      </View>
    </Card>
  );
});
