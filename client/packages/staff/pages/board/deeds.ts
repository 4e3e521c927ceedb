import type { StaffOrderCard } from '@rooms/order/contract';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import { toastRefusal } from '@/text/trouble';

/** Moves an order one step; a step that a colleague has done meanwhile is no error. @throws NetworkError */
export async function moveOn({ orderId, next }: StaffOrderCard): Promise<void> {
  if (next === null) return;
  const reply = await staff.call('order.move', { orderId, to: next });
  if (reply.ok) toast(staffWords.moved[next]);
  else toastRefusal(reply);
}

/** Asks first. False: thought better of it. A refusal has been said, and the board is due for a fresh look. */
export async function cancelByShop({ orderId, building, room }: StaffOrderCard): Promise<boolean> {
  const agreed = await confirm({
    title: staffWords.cancelTitle(`${building} ${room}`),
    content: staffWords.cancelContent,
    yes: staffWords.cancelYes,
    no: staffWords.cancelNo,
  });
  if (!agreed) return false;
  const reply = await staff.call('order.cancelByShop', { orderId, reason: staffWords.cancelReason });
  if (reply.ok) toast(staffWords.cancelled);
  else toastRefusal(reply);
  return true;
}

/** Units that cannot be packed go back at once. False: refused, which has been said. @throws NetworkError */
export async function cancelLines(
  { orderId }: StaffOrderCard,
  lines: { lineId: string; units: number }[],
): Promise<boolean> {
  const reply = await staff.act(`short:${orderId}`, 'order.cancelLinesByShop', {
    orderId,
    lines,
    answer: staffWords.shortAnswer,
  });
  if (reply.ok) toast(staffWords.shortDone);
  else toastRefusal(reply);
  return reply.ok;
}
