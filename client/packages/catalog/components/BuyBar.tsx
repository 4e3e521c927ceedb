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

/** The way to shop and cart, and the one loud button. */
export function BuyBar({ sku }: { sku: SkuView }) {
  const count = useCart((cart) => cart.count);
  const { busy, tap } = useTap(async () => {
    await useCart.getState().change(plusOne(sku.skuId));
    toast(words.product.added);
  });
  const soldOut = sku.stock.state === 'out';
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
        <Button size="big" block busy={busy} disabled={soldOut} onTap={tap} id="add-to-cart">
          {soldOut ? productWords.soldOut : productWords.add(sku.priceFen)}
        </Button>
      </View>
    </Bar>
  );
}
