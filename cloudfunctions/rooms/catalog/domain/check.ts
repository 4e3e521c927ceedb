import { MAX_UNIT_PRICE_FEN } from '../../../kernel/limits';
import type { Category, Product } from './product';

export interface CatalogProblem {
  readonly code: 'TOBACCO' | 'NO_SKU' | 'PRICE' | 'FLOOR_ABOVE_PRICE' | 'SKU_TWICE' | 'CATEGORY_UNKNOWN' | 'NAME';
  readonly at: string;
}

/** No tobacco or e-cigarettes over the internet (compliance.md; tobacco rules). Smoked food and range hoods are none. */
const TOBACCO = /烟草|香烟|卷烟|电子烟|烟弹|烟丝|烟油|雪茄|雾化烟|加热不燃烧|口含烟|鼻烟|水烟/;
const TOBACCO_CATEGORY = /烟|tobacco|cigar|vape/i;
const HARMLESS = /烟熏|油烟|无烟锅|烟台/g;

export function isTobaccoCategory({ _id, name }: Pick<Category, '_id' | 'name'>): boolean {
  return TOBACCO_CATEGORY.test(`${_id} ${name}`.replace(HARMLESS, ''));
}

export function isTobacco({
  name,
  keywords,
  description,
}: Pick<Product, 'name' | 'keywords' | 'description'>): boolean {
  return TOBACCO.test([name, ...keywords, description].join(' ').replace(HARMLESS, ''));
}

/** Everything that keeps the goods from being sold; an empty list: they may go on the shelf. */
export function problemsOfCatalog(categories: readonly Category[], products: readonly Product[]): CatalogProblem[] {
  const categoryIds = new Set(categories.map(({ _id }) => _id));
  const skuIds = new Set<string>();
  const found: CatalogProblem[] = categories
    .filter(isTobaccoCategory)
    .map(({ _id }) => ({ code: 'TOBACCO', at: `categories/${_id}` }));
  for (const product of products) {
    const at = `products/${product._id}`;
    if (isTobacco(product)) found.push({ code: 'TOBACCO', at });
    if (product.name.trim() === '') found.push({ code: 'NAME', at });
    if (!categoryIds.has(product.categoryId)) found.push({ code: 'CATEGORY_UNKNOWN', at });
    if (product.skus.length === 0) found.push({ code: 'NO_SKU', at });
    for (const { skuId, listFen, floorFen } of product.skus) {
      const here = `${at}/${skuId}`;
      if (!Number.isSafeInteger(listFen) || listFen < 1 || listFen > MAX_UNIT_PRICE_FEN)
        found.push({ code: 'PRICE', at: here });
      if (!Number.isSafeInteger(floorFen) || floorFen < 0 || floorFen > listFen)
        found.push({ code: 'FLOOR_ABOVE_PRICE', at: here });
      if (skuIds.has(skuId)) found.push({ code: 'SKU_TWICE', at: here });
      skuIds.add(skuId);
    }
  }
  return found;
}
