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

/** A good by its name and picture, where no price belongs to it. */
export interface NamedGood {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
}

/** Goods that come free. */
export interface GiftGoodView extends NamedGood {
  /** Units each time. */
  readonly quantity: number;
  /** Stated value of one unit. */
  readonly valueUnitFen: number;
  /** False: the substitute comes, if there is one. */
  readonly inStock: boolean;
}

/** A gift that comes with units of a product (买赠). */
export interface GiftOfferView {
  readonly offerId: string;
  readonly title: string | null;
  /** Units of its scope for each time. */
  readonly everyUnits: number;
  /** Times of one order; null: all. */
  readonly maxTimes: number | null;
  readonly gift: GiftGoodView;
  readonly substitute: GiftGoodView | null;
  readonly endsAtMs: number;
}

export interface BundleComponentView extends NamedGood {
  /** Units in one set. */
  readonly quantity: number;
  readonly listFen: number;
  readonly stock: { readonly state: 'in' | 'low' | 'out'; readonly left: number };
}

/** A set at a price (套餐), as this resident sees it. */
export interface BundleView {
  readonly offerId: string;
  readonly campaignId: string | null;
  readonly title: string | null;
  readonly components: readonly BundleComponentView[];
  /** Sum of list prices of one set. */
  readonly listFen: number;
  readonly setFen: number;
  /** list − set. */
  readonly savingFen: number;
  readonly gift: GiftGoodView | null;
  readonly substitute: GiftGoodView | null;
  readonly residents: 'all' | 'new' | 'returning';
  /** Open to this resident now. */
  readonly isForMe: boolean;
  readonly endsAtMs: number;
  /** Sets of one order; null: all. */
  readonly maxSets: number | null;
  /** Whole sets on the shelves. */
  readonly setsLeft: number;
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
  readonly gifts: readonly GiftOfferView[];
  /** Sets that contain it and are open to this resident, the largest saving first. */
  readonly bundles: readonly BundleView[];
  /** When the main SKU's price ends (end of today's window or of the offer); null: list price. */
  readonly priceEndsAtMs: number | null;
}

export interface CategoryView {
  readonly categoryId: string;
  readonly name: string;
  readonly picture: string;
  readonly count: number;
}

/** The sets that this resident can take home now, on one card: how many, what most of them saves, and the first one. */
export interface SetsView {
  readonly count: number;
  readonly mostSavingFen: number;
  readonly title: string | null;
  readonly components: readonly Pick<BundleComponentView, 'skuId' | 'name' | 'picture' | 'tint'>[];
}

export interface HomeView {
  readonly estateName: string | null;
  readonly banner: Banner | null;
  readonly notice: { readonly text: string; readonly target: string | null } | null;
  readonly coupons: readonly TemplateView[];
  readonly cards: readonly CampaignCard[];
  /** Null: none is on sale for this resident, or all are sold out. */
  readonly sets: SetsView | null;
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
  /** Sets on sale here now: those open to me first, then by saving. */
  'catalog.bundles': reads(nothing())<{ readonly bundles: readonly BundleView[] }>(),
  /** Refused: OFFER_UNKNOWN. */
  'catalog.bundle': reads(v.strictObject({ offerId: id() }))<BundleView>(),
};
