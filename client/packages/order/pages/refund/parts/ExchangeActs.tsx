import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { confirm, toast } from '@/services/toast';
import { exchangeWords as words } from '@/text/areas/exchange';
import { refundWords } from '@/text/areas/refund';
import { isOffExchange } from '@/text/exchanges';
import { withdrawNote } from '@/text/refunds';
import { toastRefusal } from '@/text/trouble';
import type { ExchangeShownProps } from './ExchangeShown';

/** What the resident may still do: take it back, see the money, or ask once more after it came to nothing. */
export function ExchangeActs({ order, exchange, onChanged, onRefused }: ExchangeShownProps) {
  const { orderId } = order;
  const { exchangeNumber, refundNumber } = exchange;
  const withdraw = useTap(async () => {
    const agreed = await confirm({
      title: words.withdrawTitle,
      content: withdrawNote(order, exchange),
      yes: refundWords.withdrawYes,
      no: refundWords.withdrawNo,
    });
    if (!agreed) return;
    const reply = await resident.call('order.withdrawExchange', { orderId, exchangeNumber });
    if (reply.ok) {
      toast(refundWords.withdrawn);
      onChanged(reply.data);
    } else {
      toastRefusal(reply);
      await onRefused();
    }
  });
  const act = actOf();
  if (!act) return null;
  return (
    <Bar>
      <Button kind="line" size="big" block busy={withdraw.busy} onTap={act.run} id={act.id}>
        {act.text}
      </Button>
    </Bar>
  );

  function actOf(): { id: string; text: string; run: () => void } | null {
    if (exchange.can.includes('withdraw')) return { id: 'withdraw', text: words.withdraw, run: () => withdraw.tap() };
    if (refundNumber)
      return { id: 'see-refund', text: words.seeRefund, run: () => replace('refund', { orderId, refundNumber }) };
    if (isOffExchange(exchange) && order.can.includes('refund'))
      return { id: 'ask-again', text: refundWords.again, run: () => replace('aftersales', { orderId }) };
    return null;
  }
}
