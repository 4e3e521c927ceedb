import type { ExchangeView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { exchangeWords as words } from '@/text/areas/exchange';
import { exchangeGoodsText } from '@/text/exchanges';
import { AfterSalesRow } from './AfterSalesRow';

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
    <AfterSalesRow
      id={`exchange-${exchangeNumber}`}
      query={{ orderId, exchangeNumber }}
      atMs={atMs}
      state={{ text: words.tags[state], tone: tones[state] }}
      lines={lines}
      goods={exchangeGoodsText(exchange)}
    >
      <View className="ll-note ll-nowrap ll-ml-12">{words.name}</View>
    </AfterSalesRow>
  );
});
