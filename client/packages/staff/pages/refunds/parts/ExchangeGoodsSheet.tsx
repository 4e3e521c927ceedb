import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { exchangeWords as words } from '@/text/areas/exchange';
import { type Bad, sayBad } from '../exchange-deeds';
import type { ExchangeSheetProps } from './ExchangeSheet';

const bads = Object.keys(words.goodsChoices) as Bad[];

/** On the shelf again, spoiled, or left where they are. */
export function ExchangeGoodsSheet({ card, busy, onClose, onAct }: ExchangeSheetProps) {
  return (
    <Sheet open onClose={onClose} title={words.goodsTitle}>
      <View className="ll-note">{words.goodsNote}</View>
      <View className="ll-mb-16">
        {bads.map((bad) => (
          <View className="ll-mt-12" key={bad}>
            <Button
              kind="line"
              size="big"
              block
              busy={busy}
              onTap={() => onAct(() => sayBad(card, bad))}
              id={`bad-${bad}`}
            >
              {words.goodsChoices[bad]}
            </Button>
          </View>
        ))}
      </View>
    </Sheet>
  );
}
