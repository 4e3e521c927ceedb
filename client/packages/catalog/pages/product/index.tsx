import type { ProductView, SkuView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Chip } from '@/components/Chip';
import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { goBack } from '@/services/navigate';
import { productPath, useForward } from '@/services/share';
import { productWords } from '@/text/areas/product';
import { Ahead } from '../../components/Ahead';
import { BundleCards } from '../../components/BundleCards';
import { BuyBar } from '../../components/BuyBar';
import { DeliveryCard, DetailsCard } from '../../components/DeliveryCard';
import { Hero } from '../../components/Hero';
import { OffersCard } from '../../components/OffersCard';
import { PriceCard } from '../../components/PriceCard';
import { useAhead } from './useAhead';
import './index.scss';

/** One product: my price and till when, what I get with it, how it comes. */
export default function ProductPage() {
  const productId = useRouter().params.id ?? '';
  const load = useLoad(() => resident.ask('catalog.product', { productId }), [productId]);
  useForward(load.data?.name ?? '楼下小店', productPath(productId), load.data?.picture);
  return (
    <Page foot="tall">
      <NavBar back over />
      <AsyncView
        load={load}
        skeleton={
          <View className="product-wait">
            <SkeletonSlip />
          </View>
        }
        exitText={productWords.back}
        onExit={goBack}
      >
        {(product) => <Product product={product} onPriceEnd={() => void load.reload()} />}
      </AsyncView>
    </Page>
  );
}

function Product({ product, onPriceEnd }: { product: ProductView; onPriceEnd: () => void }) {
  const [skuId, setSkuId] = useState(product.sku.skuId);
  const sku = product.skus.find((each) => each.skuId === skuId) ?? product.sku;
  const ahead = useAhead(sku);
  return (
    <>
      <Hero picture={product.picture} tint={product.tint} />
      <PageBody className="product-body">
        <PriceCard product={product} sku={sku} onPriceEnd={onPriceEnd} />
        {product.manySkus && <Specs skus={product.skus} current={sku.skuId} onPick={setSkuId} />}
        <Ahead ahead={ahead} />
        <OffersCard product={product} ahead={ahead} />
        <BundleCards bundles={product.bundles} />
        <DeliveryCard deliveryNote={product.deliveryNote} returnNote={product.returnNote} />
        <DetailsCard details={product.details} />
      </PageBody>
      <BuyBar sku={sku} />
    </>
  );
}

interface SpecsProps {
  skus: readonly SkuView[];
  current: string;
  onPick: (skuId: string) => void;
}

function Specs({ skus, current, onPick }: SpecsProps) {
  return (
    <Card title={productWords.specs} className="product-specs">
      {skus.map(({ skuId, spec }) => (
        <Chip key={skuId} id={`sku-${skuId}`} on={skuId === current} onTap={() => onPick(skuId)}>
          {spec}
        </Chip>
      ))}
    </Card>
  );
}
