import type { ProductView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { useWarmSession } from '@/hooks/useWarmSession';
import { open } from '@/services/navigate';
import { productWords } from '@/text/areas/product';

const label = (text: string) => <View className="product-label">{text}</View>;

/** Where it goes, how, and what when it is not right. */
export function DeliveryCard({ deliveryNote, returnNote }: Pick<ProductView, 'deliveryNote' | 'returnNote'>) {
  const estate = useWarmSession()?.estate ?? null;
  return (
    <Card cells>
      <Cell
        first
        lead={label(productWords.to)}
        title={estate?.name ?? productWords.chooseEstate}
        onTap={() => open('estate')}
      />
      {deliveryNote && (
        <Cell lead={label(productWords.delivery)} title={<View className="product-text">{deliveryNote}</View>} />
      )}
      {returnNote && (
        <Cell lead={label(productWords.returns)} title={<View className="product-text">{returnNote}</View>} />
      )}
    </Card>
  );
}

export function DetailsCard({ details }: Pick<ProductView, 'details'>) {
  if (details.length === 0) return null;
  return (
    <Card title={productWords.details}>
      {details.map((row, index) => (
        <Cell key={row.label} first={index === 0} lead={label(row.label)} title={row.value} />
      ))}
    </Card>
  );
}
