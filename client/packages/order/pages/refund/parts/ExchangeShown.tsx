import type { ExchangeView, OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { Timeline } from '@/components/Timeline';
import { serverNowMs } from '@/services/clock';
import { afterSalesWords } from '@/text/areas/aftersales';
import { exchangeWords as words } from '@/text/areas/exchange';
import { refundWords } from '@/text/areas/refund';
import { exchangeHeadline, exchangeTimeline } from '@/text/exchanges';
import { ExchangeActs } from './ExchangeActs';
import { ExchangeFacts } from './Facts';
import { SaidPictures } from './SaidPictures';

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
          <View className="refund-line" key={line.lineId}>
            <Tile picture={line.picture} tint={line.tint} size={56} />
            <View className="ll-grow ll-ml-12">
              <View className="refund-line__name">
                {line.name} {line.spec}
              </View>
              <View className="ll-cap">{words.units(line.units)}</View>
            </View>
          </View>
        ))}
        <Said exchange={exchange} />
      </Card>
      <ExchangeFacts order={order} exchange={exchange} />
      <ExchangeActs order={order} exchange={exchange} onChanged={onChanged} onRefused={onRefused} />
    </View>
  );
}

function Said({ exchange: { reason, note, pictures } }: { exchange: ExchangeView }) {
  return (
    <View className="refund-said">
      <View className="ll-cap">{refundWords.said}</View>
      <View className="ll-mt-4">{[afterSalesWords.reasons[reason], note].filter(Boolean).join('，')}</View>
      <SaidPictures pictures={pictures} />
    </View>
  );
}
