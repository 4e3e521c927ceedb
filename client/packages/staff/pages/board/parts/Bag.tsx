import type { StaffOrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { staffWords as words } from '@/text/areas/staff';
import { whenText } from '@/text/times';
import { Marks } from './Marks';
import { giftsOf, goodsOf, leftOf, type PickGift, prizesOf } from './picking';
import { Thing } from './Thing';

export interface BagProps {
  order: StaffOrderCard;
  ticked: readonly string[];
  busy: boolean;
  onTick: (key: string) => void;
  onMove: (order: StaffOrderCard) => void;
  onCancel: (order: StaffOrderCard) => void;
  onShort: (order: StaffOrderCard) => void;
}

/** One order to pack: goods first, then what goes in at no price; done when everything is ticked. */
export function Bag({ order, ticked, busy, onTick, onMove, onCancel, onShort }: BagProps) {
  const { orderId } = order;
  const goods = goodsOf(order);
  const gifts = [...giftsOf(order), ...prizesOf(order)];
  const left = leftOf([...goods, ...gifts], ticked);
  const units = [...goods, ...gifts].reduce((sum, thing) => sum + thing.units, 0);
  const thing = { ticked, onTick };
  return (
    <View className="board-bag" id={`order-${orderId}`} data-state={order.state} data-left={left}>
      <Head order={order} units={units} />
      <Card cells>
        {goods.map((good, index) => (
          <Thing key={good.key} item={good} first={index === 0} id={`pick-${index}`} {...thing} />
        ))}
      </Card>
      {gifts.length > 0 && (
        <Card cells className="board-gifts" id="gifts">
          <View className="board-gifts__head">
            <Icon name="gift" />
            <View className="ll-strong ll-ml-4">{words.giftsTitle(gifts.length)}</View>
          </View>
          {gifts.map((gift, index) => (
            <Thing key={gift.key} item={gift} note={giftNote(gift)} id={`pick-gift-${index}`} {...thing} />
          ))}
        </Card>
      )}
      <View className="ll-center">
        <Button kind="text" busy={busy} onTap={() => onCancel(order)} id={`cancel-${orderId}`}>
          {words.cancel}
        </Button>
      </View>
      <Bar>
        <Button kind="line" size="big" busy={busy} onTap={() => onShort(order)} id={`short-${orderId}`}>
          {words.short}
        </Button>
        <View className="ll-grow ll-ml-8">
          <Button size="big" block disabled={left > 0} busy={busy} onTap={() => onMove(order)} id={`move-${orderId}`}>
            {left > 0 ? words.pickLeft(left) : words.move.picked}
          </Button>
        </View>
      </Bar>
    </View>
  );
}

function Head({ order, units }: { order: StaffOrderCard; units: number }) {
  const { estateName, building, room, contactName, maskedPhone, atMs, note } = order;
  return (
    <View className="board-bag__head">
      <View className="ll-spread ll-spread--base">
        <View className="ll-section__title">
          {building} {room}
        </View>
        <View className="ll-cap ll-nowrap ll-ml-8">{words.items(units)}</View>
      </View>
      <View className="ll-note">
        {estateName}，{contactName} {maskedPhone}，{whenText(atMs, serverNowMs())}
      </View>
      <Marks order={order} />
      {note && (
        <View className="board-note">
          <OfferTag tone="gift">{words.note(note)}</OfferTag>
        </View>
      )}
    </View>
  );
}

const giftNote = ({ title, isSubstitute }: PickGift): string =>
  [title ?? words.giftPlain, isSubstitute ? words.giftSubstitute : ''].filter(Boolean).join('，');
