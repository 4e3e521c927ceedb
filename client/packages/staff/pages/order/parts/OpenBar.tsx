import type { SupportOrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Price } from '@/components/Price';
import { useTap } from '@/hooks/useTap';
import { staffOrderWords as words } from '@/text/areas/staff-order';
import { yuanText } from '@/text/money';
import { openRefund } from '../open-refund';
import type { OpeningDesk } from '../useOpening';

export interface OpenBarProps {
  order: SupportOrderView;
  desk: OpeningDesk;
  /** Something was refused: the order may have moved on. */
  onStale: () => Promise<void>;
}

/** How much, and the one button; what is missing stands on it. */
export function OpenBar({ desk, onStale }: OpenBarProps) {
  const { opening, load, stale, hasUnits } = desk;
  const seen = load.data;
  const send = useTap(async () => {
    if (!seen) return;
    const done = await openRefund(seen, opening);
    if (!done) await Promise.all([load.reload(), onStale()]);
  });
  const missing = missingWord(desk);
  const amountFen = seen?.preview.sums.amountFen ?? 0;
  const isKnown = hasUnits && opening.reason !== null && seen !== undefined;
  return (
    <Bar>
      <View className="ll-grow">{isKnown && <Price fen={amountFen} tone="save" />}</View>
      <View className="staff-bar__send">
        <Button
          size="big"
          block
          disabled={missing !== null}
          busy={missing === null && (send.busy || stale || load.state !== 'ready')}
          onTap={() => send.tap()}
          id="open-refund"
        >
          {missing ?? (opening.goodsFirst ? words.submitGoods : words.submit(yuanText(amountFen)))}
        </Button>
      </View>
    </Bar>
  );
}

function missingWord({ hasUnits, opening }: OpeningDesk): string | null {
  if (!hasUnits) return words.needUnits;
  if (opening.reason === null) return words.needWhy;
  return opening.answer.trim() === '' ? words.needAnswer : null;
}
