import type { ExchangeView } from '@rooms/order/contract';
import { serverNowMs } from '@/services/clock';
import { exchangeWords as words } from '@/text/areas/exchange';
import { exchangeGoodsText, exchangeHeadline, exchangeSteps } from '@/text/exchanges';
import { AfterSalesCard } from './AfterSalesCard';

export function ExchangeCard({ orderId, exchange }: { orderId: string; exchange: ExchangeView }) {
  const { exchangeNumber, answer } = exchange;
  const { title, note } = exchangeHeadline(exchange, serverNowMs());
  return (
    <AfterSalesCard
      id={`exchange-${exchangeNumber}`}
      query={{ orderId, exchangeNumber }}
      title={`${words.name}，${title}`}
      goods={exchangeGoodsText(exchange)}
      steps={exchangeSteps(exchange)}
      note={answer ?? note}
    />
  );
}
