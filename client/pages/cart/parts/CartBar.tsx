import type { ShownQuote } from '@rooms/settlement';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Check } from '@/components/Check';
import { Price } from '@/components/Price';
import { open } from '@/services/navigate';
import { cartWords } from '@/text/areas/cart';
import { roundText, yuanText } from '@/text/money';
import '../index.scss';

/** What the freight is less than it would have been. */
const freightOff = ({ adjustments }: ShownQuote): number =>
  adjustments.reduce((off, { step, amountFen }) => (step === 'freight' ? off - amountFen : off), 0);

interface CartBarProps {
  quote: ShownQuote;
  allSelected: boolean;
  /** The quote is of an older cart: its total must not be taken to the till. */
  stale: boolean;
  onAll: (selected: boolean) => void;
}

export function CartBar({ quote, allSelected, stale, onAll }: CartBarProps) {
  const nothing = quote.lines.length === 0;
  const freightOffFen = freightOff(quote);
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
              {freightOffFen > 0 ? cartWords.savedWithFreight(saved, roundText(freightOffFen)) : cartWords.saved(saved)}
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
