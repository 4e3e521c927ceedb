import type { CardGood } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { ProductCard } from '@/components/ProductCard';
import { Section } from '@/components/Section';
import { useCartDeeds } from '@/hooks/useCartDeeds';
import { referralWords as words } from '@/text/areas/referral';
import { productFace } from '@/text/product';

/** What the inviter often buys, where they show it. */
export function Goods({ name, goods }: { name: string; goods: readonly CardGood[] }) {
  const { onOpen, onAdd } = useCartDeeds();
  if (goods.length === 0) return null;
  return (
    <Section title={words.oftenBuys(name)}>
      <View className="ll-grid">
        {goods.map(({ product, times }) => (
          <ProductCard
            key={product.productId}
            product={{ ...productFace(product), meta: words.bought(times) }}
            onOpen={onOpen}
            onAdd={onAdd}
          />
        ))}
      </View>
    </Section>
  );
}
