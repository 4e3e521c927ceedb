import type { ExchangeView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { Steps } from '@/components/Steps';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { exchangeWords as words } from '@/text/areas/exchange';
import { exchangeGoodsText, exchangeHeadline, exchangeSteps } from '@/text/exchanges';

/** An exchange of the order: how far it is, and the way to all of it. */
export function ExchangeCard({ orderId, exchange }: { orderId: string; exchange: ExchangeView }) {
  const { exchangeNumber, answer } = exchange;
  const { title, note } = exchangeHeadline(exchange, serverNowMs());
  return (
    <Card onTap={() => open('refund', { orderId, exchangeNumber })} id={`exchange-${exchangeNumber}`}>
      <View className="ll-spread ll-spread--top">
        <View className="ll-grow">
          <View className="ll-t3">
            {words.name}，{title}
          </View>
          <View className="ll-cap ll-mt-2">{exchangeGoodsText(exchange)}</View>
        </View>
        <Icon name="right" size={16} className="ll-ink-3 ll-ml-12" />
      </View>
      <Steps steps={exchangeSteps(exchange)} />
      <View className="ll-note ll-mt-8">{answer ?? note}</View>
    </Card>
  );
}
