import type { CartLineView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { Button } from '@/components/Button';
import { Check } from '@/components/Check';
import { classes } from '@/components/classes';
import { type GiftFace, GiftRow } from '@/components/GiftRow';
import { OfferTags, type Tag } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { Stepper } from '@/components/Stepper';
import { Tile } from '@/components/Tile';
import { open } from '@/services/navigate';
import { cartWords } from '@/text/areas/cart';
import '../index.scss';

export interface CartLineProps {
  line: CartLineView;
  /** As it stands in the cart now: ahead of the quoted line while a tap is on its way. */
  quantity: number;
  selected: boolean;
  /** As quoted; a line that is not in the quote (unselected, sold out) shows its list price. */
  unitFen: number;
  /** Where its units cost differently: how many cost what. */
  split: string;
  tags: readonly Tag[];
  gifts: readonly GiftFace[] | undefined;
  first: boolean;
  onSelect: (skuId: string, selected: boolean) => void;
  /** `asking`: before the last one is taken out (default); a button that says so needs no question. */
  onQuantity: (skuId: string, quantity: number, asking?: boolean) => void;
}

export const CartLine = memo(function CartLine(props: CartLineProps) {
  const { line, quantity, selected, unitFen, split, tags, gifts, first, onSelect, onQuantity } = props;
  const { skuId, trouble } = line;
  const out = trouble === 'GONE' || trouble === 'SOLD_OUT';
  // Of a SKU that is gone the server knows nothing but its id.
  const name = `${line.name} ${line.spec}`.trim() || cartWords.goneName;
  return (
    <>
      <View className={classes('cart-line', first && 'cart-line--first')} id={`line-${skuId}`}>
        <Check
          on={selected && !out}
          none={out}
          onChange={(on) => onSelect(skuId, on)}
          label={cartWords.select(name)}
          id={`select-${skuId}`}
        />
        <View onClick={() => open('product', { id: line.productId })}>
          <Tile picture={line.picture || 'basket'} tint={line.tint} size={88} off={out} />
        </View>
        <View className="cart-line__body">
          <View className={classes('cart-line__name', out && 'll-ink-3')}>{name}</View>
          <Trouble line={line} />
          {tags.length > 0 && <OfferTags tags={tags} className="ll-mt-4" />}
          {split && <View className="ll-cap ll-save">{split}</View>}
          <View className="cart-line__foot">
            {out ? (
              <View />
            ) : (
              <View className="cart-line__prices">
                <Price fen={unitFen} />
                {unitFen < line.listFen && <WasPrice fen={line.listFen} />}
              </View>
            )}
            <Deed line={line} quantity={quantity} onQuantity={onQuantity} name={name} out={out} />
          </View>
        </View>
      </View>
      {gifts && (
        <View className="cart-gift">
          {gifts.map((gift) => (
            <GiftRow key={gift.key} gift={gift} under />
          ))}
        </View>
      )}
    </>
  );
});

function Trouble({ line: { trouble, stockLeft } }: { line: CartLineView }) {
  if (trouble === null) return null;
  if (trouble !== 'QUANTITY_ABOVE_STOCK') return <View className="ll-cap">{cartWords.trouble[trouble]}</View>;
  return <View className="ll-cap ll-danger">{cartWords.trouble.QUANTITY_ABOVE_STOCK(stockLeft)}</View>;
}

interface DeedProps extends Pick<CartLineProps, 'line' | 'quantity' | 'onQuantity'> {
  name: string;
  out: boolean;
}

function Deed({ line: { skuId, stockLeft, trouble }, quantity, onQuantity, name, out }: DeedProps) {
  if (out) {
    return (
      <Button size="small" kind="line" onTap={() => onQuantity(skuId, 0, false)} id={`take-out-${skuId}`}>
        {cartWords.takeOut}
      </Button>
    );
  }
  if (trouble === 'QUANTITY_ABOVE_STOCK' && quantity > stockLeft) {
    return (
      <Button size="small" kind="soft" onTap={() => onQuantity(skuId, stockLeft)} id={`fewer-${skuId}`}>
        {cartWords.fewer(stockLeft)}
      </Button>
    );
  }
  return (
    <Stepper
      value={quantity}
      min={0}
      max={stockLeft}
      onChange={(count) => onQuantity(skuId, count)}
      label={name}
      id={`count-${skuId}`}
    />
  );
}
