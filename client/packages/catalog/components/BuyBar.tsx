import type { SkuView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Badge } from '@/components/Badge';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { useTap } from '@/hooks/useTap';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { plusOne, useCart } from '@/stores/cart';
import { words } from '@/text';
import { productWords } from '@/text/areas/product';
import './BuyBar.scss';

interface BarProps {
  text: string;
  disabled: boolean;
  /** Puts it into the cart. @throws NetworkError, RefusedError */
  onAdd: () => Promise<void>;
}

/** The way to shop and cart, and the one loud button; disabled it says why. */
export function ToCartBar({ text, disabled, onAdd }: BarProps) {
  const count = useCart((cart) => cart.count);
  const { busy, tap } = useTap(onAdd);
  return (
    <Bar>
      <View className="product-short" onClick={() => openTab('home')} {...a11y('button')}>
        <View className="product-short__icon">
          <Icon name="store" size={24} />
        </View>
        {productWords.home}
      </View>
      <View className="product-short" id="to-cart" onClick={() => openTab('cart')} {...a11y('button')}>
        <View className="product-short__icon">
          <Icon name="cart" size={24} />
        </View>
        <View className="product-short__badge">
          <Badge count={count} />
        </View>
        {productWords.cart}
      </View>
      <View className="ll-grow ll-ml-8">
        <Button size="big" block busy={busy} disabled={disabled} onTap={tap} id="add-to-cart">
          {text}
        </Button>
      </View>
    </Bar>
  );
}

export function BuyBar({ sku }: { sku: SkuView }) {
  const soldOut = sku.stock.state === 'out';
  const add = async () => {
    await useCart.getState().change(plusOne(sku.skuId));
    toast(words.product.added);
  };
  return (
    <ToCartBar text={soldOut ? productWords.soldOut : productWords.add(sku.priceFen)} disabled={soldOut} onAdd={add} />
  );
}
