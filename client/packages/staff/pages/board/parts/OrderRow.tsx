import type { StaffOrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { serverNowMs } from '@/services/clock';
import { staffWords } from '@/text/areas/staff';
import { whenText } from '@/text/times';
import { Marks } from './Marks';
import { wantedOf } from './picking';

export interface OrderRowProps {
  order: StaffOrderCard;
  busy: boolean;
  onMove: (order: StaffOrderCard) => void;
  onCancel: (order: StaffOrderCard) => void;
}

/** Until it has set off an order can be taken back; afterwards the goods are on the road. */
const cancellable: readonly StaffOrderCard['state'][] = ['paid', 'picked'];

export function OrderRow({ order, busy, onMove, onCancel }: OrderRowProps) {
  return (
    <View className="board-order" id={`order-${order.orderId}`} data-state={order.state}>
      <View className="ll-spread">
        <View className="ll-t3">
          {order.building} {order.room}
        </View>
        <View className="ll-cap ll-nowrap ll-ml-8">{whenText(order.atMs, serverNowMs())}</View>
      </View>
      <View className="ll-note">
        {order.contactName} {order.maskedPhone}
      </View>
      <View className="board-lines">
        {order.lines.filter(wantedOf).map((line) => (
          <View key={`${line.name} ${line.spec}`}>{staffWords.line(line.name, line.spec, wantedOf(line))}</View>
        ))}
        {order.gifts.map((gift) => (
          <View key={gift.lineId} className="ll-honey">
            {staffWords.giftLine(gift.name, gift.spec, gift.quantity)}
          </View>
        ))}
        {order.prizes.map((prize) => (
          <View key={prize.prizeId} className="ll-honey">
            {staffWords.prizeLine(prize.title)}
          </View>
        ))}
      </View>
      <View className="ll-mt-4">
        <Marks order={order} />
      </View>
      {order.note && (
        <View className="board-note">
          <OfferTag tone="gift">{staffWords.note(order.note)}</OfferTag>
        </View>
      )}
      {order.next && (
        <View className="board-acts">
          {cancellable.includes(order.state) && (
            <View className="board-acts__quiet">
              <Button kind="line" block busy={busy} onTap={() => onCancel(order)} id={`cancel-${order.orderId}`}>
                {staffWords.cancel}
              </Button>
            </View>
          )}
          <View className="board-acts__loud">
            <Button block busy={busy} onTap={() => onMove(order)} id={`move-${order.orderId}`}>
              {staffWords.move[order.next]}
            </Button>
          </View>
        </View>
      )}
    </View>
  );
}
