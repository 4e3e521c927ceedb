import type { OrderView, RefundView } from '@rooms/order/contract';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { replace } from '@/services/navigate';
import { confirm, toast } from '@/services/toast';
import { refundWords as words } from '@/text/areas/refund';
import { isOff, withdrawNote } from '@/text/refunds';
import { toastRefusal } from '@/text/trouble';

export interface WithdrawProps {
  order: OrderView;
  refund: RefundView;
  onChanged: (order: OrderView) => void;
  onRefused: () => Promise<void>;
}

/** What the resident may still do: take it back, or ask once more after it came to nothing. */
export function Withdraw({ order, refund, onChanged, onRefused }: WithdrawProps) {
  const { orderId } = order;
  const withdraw = useTap(async () => {
    const agreed = await confirm({
      title: words.withdrawTitle,
      content: withdrawNote(order),
      yes: words.withdrawYes,
      no: words.withdrawNo,
    });
    if (!agreed) return;
    const reply = await resident.call('order.withdrawRefund', { orderId, refundNumber: refund.refundNumber });
    if (reply.ok) {
      toast(words.withdrawn);
      onChanged(reply.data);
    } else {
      toastRefusal(reply);
      await onRefused();
    }
  });
  if (refund.can.includes('withdraw'))
    return (
      <Bar>
        <Button kind="line" size="big" block busy={withdraw.busy} onTap={() => withdraw.tap()} id="withdraw">
          {words.withdraw}
        </Button>
      </Bar>
    );
  if (!isOff(refund) || !order.can.includes('refund')) return null;
  return (
    <Bar>
      <Button kind="line" size="big" block onTap={() => replace('aftersales', { orderId })} id="ask-again">
        {words.again}
      </Button>
    </Bar>
  );
}
