import type { ExchangeView, OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { Card } from '@/components/Section';
import { Timeline } from '@/components/Timeline';
import { serverNowMs } from '@/services/clock';
import { afterSalesWords } from '@/text/areas/aftersales';
import { exchangeWords as words } from '@/text/areas/exchange';
import { refundWords } from '@/text/areas/refund';
import { exchangeHeadline, exchangeTimeline } from '@/text/exchanges';
import { ExchangeActs } from './ExchangeActs';
import { ExchangeFacts } from './Facts';
import { GoodsRow } from './GoodsRow';
import { Said } from './Said';

export interface ExchangeShownProps {
  order: OrderView;
  exchange: ExchangeView;
  onChanged: (order: OrderView) => void;
  onRefused: () => Promise<void>;
}

/** An exchange: how far it is, what is exchanged, what was said. */
export function ExchangeShown({ order, exchange, onChanged, onRefused }: ExchangeShownProps) {
  useEffect(() => void Taro.setNavigationBarTitle({ title: words.title }), []);
  const nowMs = serverNowMs();
  const { title, note } = exchangeHeadline(exchange, nowMs);
  const { answer, lines } = exchange;
  return (
    <View id="exchange" data-state={exchange.state}>
      <View className="ll-mt-4 ll-mb-12">
        <View className="ll-t1" id="exchange-state">
          {title}
        </View>
        <View className="ll-note ll-mt-4">{note}</View>
      </View>
      {answer && (
        <Card className="refund-answer">
          <View className="ll-cap">{refundWords.answer}</View>
          <View className="ll-mt-4" id="answer">
            {answer}
          </View>
        </Card>
      )}
      <Card>
        <Timeline items={exchangeTimeline(exchange, nowMs)} />
      </Card>
      <Card>
        {lines.map((line) => (
          <GoodsRow key={line.lineId} good={line} note={words.units(line.units)} />
        ))}
        <Said
          text={[afterSalesWords.reasons[exchange.reason], exchange.note].filter(Boolean).join('，')}
          pictures={exchange.pictures}
        />
      </Card>
      <ExchangeFacts order={order} exchange={exchange} />
      <ExchangeActs order={order} exchange={exchange} onChanged={onChanged} onRefused={onRefused} />
    </View>
  );
}
