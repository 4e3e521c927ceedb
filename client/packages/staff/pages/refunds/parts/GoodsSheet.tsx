import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';

export interface GoodsSheetProps {
  busy: boolean;
  onClose: () => void;
  onBack: (restock: boolean) => void;
}

/** The goods are here: the money goes back, and they go on the shelf only if they can be sold again. */
export function GoodsSheet({ busy, onClose, onBack }: GoodsSheetProps) {
  return (
    <Sheet open onClose={onClose} title={words.goodsBackTitle}>
      <View className="ll-note">{words.goodsBackNote}</View>
      <View className="ll-mt-16">
        <Button size="big" block busy={busy} onTap={() => onBack(true)} id="restock">
          {words.restock}
        </Button>
      </View>
      <View className="ll-mt-12 ll-mb-16">
        <Button kind="line" size="big" block busy={busy} onTap={() => onBack(false)} id="no-restock">
          {words.noRestock}
        </Button>
      </View>
    </Sheet>
  );
}
