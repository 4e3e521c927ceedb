import type { QuoteView } from '@rooms/order/contract';
import type { ShownQuote } from '@rooms/settlement';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Switch } from '@/components/Check';
import { Card } from '@/components/Section';
import { checkoutWords } from '@/text/areas/checkout';
import { yuanText } from '@/text/money';
import { adjustmentText } from '@/text/offers';
import type { Till } from '../useTill';

interface SavingsProps {
  view: QuoteView;
  till: Till;
  onCoupons: () => void;
}

/** Coupons with the best chosen, and points. */
export function Savings({ view, till: { choice, choose }, onCoupons }: SavingsProps) {
  const { points } = view.quote;
  const worth = choice.withPoints ? points.used : points.maxUsablePoints;
  return (
    <Card cells>
      <Cell
        first
        id="coupons"
        title={checkoutWords.coupons}
        note={couponNote(view)}
        value={<View className="ll-save">{couponNames(view.quote) || checkoutWords.couponNone}</View>}
        onTap={view.coupons.length > 0 ? onCoupons : undefined}
      />
      {points.maxUsablePoints > 0 ? (
        <Cell
          title={checkoutWords.pointsOff(worth, yuanText(worth))}
          note={checkoutWords.havePoints(view.spendablePoints)}
          value={
            <Switch
              id="use-points"
              on={choice.withPoints}
              onChange={(withPoints) => choose({ withPoints })}
              label={checkoutWords.pointsOff(worth, yuanText(worth))}
            />
          }
        />
      ) : (
        <Cell title={checkoutWords.havePoints(view.spendablePoints)} note={checkoutWords.pointsNone} />
      )}
    </Card>
  );
}

const couponNames = ({ adjustments }: ShownQuote): string =>
  adjustments
    .filter((one) => one.couponId !== null)
    .map(adjustmentText)
    .join('、');

function couponNote({ quote, coupons }: QuoteView): string | undefined {
  if (quote.coupons.mode === 'own') return checkoutWords.couponsOwn;
  return coupons.length > 0 ? checkoutWords.couponsTried(coupons.length) : undefined;
}
