import * as v from 'valibot';
import { cursor, id, nothing, type Page, reads, text } from '../../contract';
import type { Banner, CampaignCard } from '../campaign/contract';
import type { TemplateView } from '../coupon/contract';

export type Tint = 'peach' | 'sage' | 'honey' | 'rose' | 'sky' | 'oat';

/** A promotion that touches the product, as kind and numbers; the words come from the client's text. */
export interface OfferTagView {
  readonly offerId: string;
  readonly kind: string;
  readonly look: 'price' | 'save' | 'gift' | 'plain';
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface SkuView {
  readonly skuId: string;
  readonly spec: string;
  readonly listFen: number;
  /** What one unit costs this resident now, before tiers and coupons. */
  readonly priceFen: number;
  readonly stock: { readonly state: 'in' | 'low' | 'out'; readonly left: number };
}

export interface ProductCardView {
  readonly productId: string;
  readonly name: string;
  readonly meta: string;
  readonly picture: string;
  readonly tint: Tint;
  readonly categoryId: string;
  /** The SKU that the card sells by one tap. */
  readonly sku: SkuView;
  readonly manySkus: boolean;
  readonly tags: readonly OfferTagView[];
  readonly soldCount: number;
}

export interface ProductView extends ProductCardView {
  readonly skus: readonly SkuView[];
  readonly description: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly deliveryNote: string;
  readonly returnNote: string;
  /** Offers that apply to it with their end and conditions. */
  readonly offers: readonly (OfferTagView & { readonly endsAtMs: number })[];
  /** When the main SKU's price ends (end of today's window or of the offer); null: list price. */
  readonly priceEndsAtMs: number | null;
}

export interface CategoryView {
  readonly categoryId: string;
  readonly name: string;
  readonly picture: string;
  readonly count: number;
}

export interface HomeView {
  readonly estateName: string | null;
  readonly banner: Banner | null;
  readonly notice: { readonly text: string; readonly target: string | null } | null;
  readonly coupons: readonly TemplateView[];
  readonly cards: readonly CampaignCard[];
  readonly tabs: readonly { readonly categoryId: string; readonly name: string }[];
  readonly products: Page<ProductCardView>;
  readonly openChances: number;
  readonly drawId: string | null;
}

export const catalogContract = {
  /** All that the first screen of home shows, in one call. */
  'catalog.home': reads(nothing())<HomeView>(),
  'catalog.categories': reads(nothing())<{ readonly categories: readonly CategoryView[] }>(),
  'catalog.list': reads(
    v.strictObject({
      categoryId: v.optional(id()),
      sort: v.optional(v.picklist(['popular', 'price-up', 'price-down']), 'popular'),
      cursor: cursor(),
    }),
  )<Page<ProductCardView>>(),
  'catalog.search': reads(v.strictObject({ text: text(40), cursor: cursor() }))<
    Page<ProductCardView> & {
      readonly total: number;
      /** Words of the query as they were looked for: mark them in the names. */
      readonly words: readonly string[];
      readonly hot: readonly string[];
    }
  >(),
  /** What neighbours really buy most, for the search page before a word is typed. */
  'catalog.hot': reads(nothing())<{ readonly hot: readonly string[] }>(),
  'catalog.product': reads(v.strictObject({ productId: id() }))<ProductView>(),
};
