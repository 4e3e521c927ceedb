import { Image, View } from '@tarojs/components';
import { memo } from 'react';
import { a11y, hidden } from '@/components/a11y';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { OfferTags } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { Stepper } from '@/components/Stepper';
import { asTint, Tile } from '@/components/Tile';
import { pictureUrl } from '@/services/picture';
import { words } from '@/text';
import type { ProductDeeds, ProductFace } from './types';
import './index.scss';

export type { ProductDeeds, ProductFace } from './types';

export interface ProductCardProps extends ProductDeeds {
  product: ProductFace;
}

/** Goods in the grid of two. Sold out, it keeps its place and size. */
export const ProductCard = memo(function ProductCard({ product, onOpen, onAdd }: ProductCardProps) {
  const { name, meta, picture, tint, tags, soldOut } = product;
  return (
    <View
      id={`product-${product.productId}`}
      className={classes('ll-product', soldOut && 'll-product--off')}
      onClick={() => onOpen(product)}
      {...a11y('link', words.product.spoken(product))}
    >
      <View className={`ll-product__pic ll-tint--${asTint(tint)}`} {...hidden}>
        <Image className="ll-product__img" src={pictureUrl(picture)} mode="aspectFit" lazyLoad />
      </View>
      <View className="ll-product__body">
        <View className="ll-product__name ll-ell">{name}</View>
        <View className="ll-product__meta ll-ell">{meta}</View>
        <View className="ll-product__tags">
          <OfferTags tags={tags} />
        </View>
        <View className="ll-product__foot">
          <Prices product={product} />
          <Deed product={product} onOpen={onOpen} onAdd={onAdd} />
        </View>
      </View>
    </View>
  );
});

/** `stacked`: a stepper beside them needs the width. */
function Prices({ product: { priceFen, wasFen }, stacked }: { product: ProductFace; stacked?: boolean }) {
  return (
    <View className={stacked ? 'll-line__prices' : 'll-row ll-row--4 ll-row--base'}>
      <Price fen={priceFen} />
      {wasFen !== undefined && <WasPrice fen={wasFen} />}
    </View>
  );
}

function Deed({ product, onOpen, onAdd }: ProductCardProps) {
  if (product.soldOut) {
    return (
      <Button size="small" disabled>
        {words.product.soldOut}
      </Button>
    );
  }
  return (
    <AddButton
      label={words.product.add(product.name)}
      onTap={() => (product.manySkus ? onOpen : onAdd)(product)}
      id={`add-${product.skuId}`}
    />
  );
}

/** The round plus: 32 drawn, 44 to touch. */
export function AddButton({ label, onTap, id }: { label: string; onTap: () => void; id?: string }) {
  return (
    <View
      id={id}
      className="ll-add"
      hoverClass="ll-add--press"
      onClick={(event) => {
        event.stopPropagation();
        onTap();
      }}
      {...a11y('button', label)}
    >
      <Icon name="plus" size={16} />
    </View>
  );
}

export interface ProductLineProps extends ProductCardProps {
  /** How many are in the cart: above 0 a stepper stands in the plus's place. */
  inCart: number;
  onSet: (product: ProductFace, quantity: number) => void;
  first?: boolean;
}

/** Goods as a line of the catalogue. */
export const ProductLine = memo(function ProductLine({
  product,
  inCart,
  onOpen,
  onAdd,
  onSet,
  first,
}: ProductLineProps) {
  const { name, meta, picture, tint, tags, soldOut } = product;
  return (
    <View
      id={`product-${product.productId}`}
      className={classes('ll-line', first && 'll-line--first', soldOut && 'll-line--off')}
      onClick={() => onOpen(product)}
      {...a11y('link', words.product.spoken(product))}
    >
      <Tile picture={picture} tint={tint} size={88} off={soldOut} word={soldOut ? words.product.soldOut : undefined} />
      <View className="ll-line__body">
        <View className="ll-line__name ll-ell">{name}</View>
        <View className="ll-cap ll-ell">{meta}</View>
        <View className="ll-mt-4">
          <OfferTags tags={tags} />
        </View>
        <View className="ll-line__foot">
          <Prices product={product} stacked={inCart > 0} />
          {inCart > 0 && !soldOut ? (
            <Stepper
              value={inCart}
              min={0}
              onChange={(quantity) => onSet(product, quantity)}
              label={name}
              id={`count-${product.skuId}`}
            />
          ) : (
            <Deed product={product} onOpen={onOpen} onAdd={onAdd} />
          )}
        </View>
      </View>
    </View>
  );
});
