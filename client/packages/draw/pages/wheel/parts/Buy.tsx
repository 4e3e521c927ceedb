import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { drawWords } from '@/text/areas/draw';
import { toastRefusal } from '@/text/trouble';

interface BuyProps {
  drawId: string;
  sale: NonNullable<DrawView['chanceSale']>;
  onBought: () => void;
}

/** One more chance for points. Asks first: points do not come back. */
export function Buy({ drawId, sale, onBought }: BuyProps) {
  const { points, leftToday, pointsLeft } = sale;
  const missing = missingText(sale);
  const buy = useTap(async () => {
    const { buyAskNote: content, buyYes: yes } = drawWords;
    if (!(await confirm({ title: drawWords.buyAsk(points), content, yes }))) return;
    const reply = await resident.act(`buy.${drawId}`, 'draw.buyChance', { drawId });
    if (reply.ok) toast(drawWords.bought);
    else toastRefusal(reply);
    onBought();
  });
  return (
    <Card className="ll-mt-12" id="buy-chance">
      <View className="ll-flex">
        <Icon name="coins" className="ll-honey" />
        <View className="ll-grow ll-ml-12">
          <View>{drawWords.buy(points)}</View>
          <View className="ll-cap">{drawWords.buyNote(leftToday, pointsLeft)}</View>
        </View>
        <Button kind="soft" size="small" disabled={missing !== null} busy={buy.busy} onTap={() => buy.tap()} id="buy">
          {missing ?? drawWords.buyAction}
        </Button>
      </View>
    </Card>
  );
}

function missingText({ points, leftToday, pointsLeft }: BuyProps['sale']): string | null {
  if (leftToday <= 0) return drawWords.buyNoneLeft;
  return pointsLeft < points ? drawWords.buyShort(points - pointsLeft) : null;
}
