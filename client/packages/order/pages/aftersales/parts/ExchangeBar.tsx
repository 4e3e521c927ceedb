import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { afterSalesWords } from '@/text/areas/aftersales';
import { exchangeWords as words } from '@/text/areas/exchange';
import { unitsOf } from '@/text/refunds';
import { missingWord } from '../missing';
import { submitExchange } from '../submit-exchange';
import type { ClaimDesk } from '../useClaim';
import type { Pictures } from '../usePictures';

export interface ExchangeBarProps {
  order: OrderView;
  desk: ClaimDesk;
  pictures: Pictures;
  note: string;
  /** Something was refused: the order may have moved on. */
  onStale: () => Promise<void>;
}

/** How many, and the one button; what is missing stands on it. */
export function ExchangeBar({ order: { orderId }, desk: { claim, asked }, pictures, note, onStale }: ExchangeBarProps) {
  const send = useTap(async () => {
    const { reason } = claim;
    if (!asked || !reason || reason === 'unwanted') return;
    const sent = pictures.shots.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
    const done = await submitExchange({ orderId, lines: asked.lines, reason, note, pictures: sent });
    if (!done) await onStale();
  });
  const missing = missingWord(asked, claim, pictures);
  return (
    <Bar>
      <View className="ll-grow">
        <View className="ll-cap">{asked ? words.bar(unitsOf(asked.lines)) : afterSalesWords.barNone}</View>
      </View>
      <View className="claim-bar__send">
        <Button size="big" block disabled={missing !== null} busy={send.busy} onTap={() => send.tap()} id="submit">
          {missing ?? words.submit}
        </Button>
      </View>
    </Bar>
  );
}
