import type { ShownQuote } from '@rooms/settlement';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Check } from '@/components/Check';
import { Price } from '@/components/Price';
import { open } from '@/services/navigate';
import { cartWords } from '@/text/areas/cart';
import { yuanText } from '@/text/money';
import '../index.scss';

interface CartBarProps {
  quote: ShownQuote;
  allSelected: boolean;
  /** The quote is of an older cart: its total must not be taken to the till. */
  stale: boolean;
  onAll: (selected: boolean) => void;
}

export function CartBar({ quote, allSelected, stale, onAll }: CartBarProps) {
  const nothing = quote.lines.length === 0;
  const freightOff = quote.adjustments.some((one) => one.step === 'freight');
  const saved = yuanText(quote.savedFen);
  return (
    <Bar>
      <View className="cart-bar">
        <View className="cart-bar__all" onClick={() => onAll(!allSelected)}>
          <Check on={allSelected} onChange={onAll} label={cartWords.all} id="select-all" />
          <View className="ll-note">{cartWords.all}</View>
        </View>
        <View className="cart-bar__sum">
          <View className="cart-bar__total">
            <View className="ll-note ll-ml-4">{cartWords.sum}</View>
            <Price fen={quote.payableFen} className="ll-ml-4" />
          </View>
          {quote.savedFen > 0 && (
            <View className="ll-cap ll-save">
              {freightOff ? cartWords.savedWithFreight(saved) : cartWords.saved(saved)}
            </View>
          )}
        </View>
        <Button size="big" disabled={nothing} busy={stale} onTap={() => open('checkout')} id="checkout">
          {nothing ? cartWords.nothingChosen : cartWords.checkout}
        </Button>
      </View>
    </Bar>
  );
}
