import { isTobacco, isTobaccoCategory, problemsOfCatalog } from './check';
import type { Category, Product } from './product';

const category: Category = { _id: 'veg', name: '新鲜蔬菜', picture: 'greens', tint: 'sage', order: 1 };
const sku = { skuId: 'a_1', spec: '500g', listFen: 100, floorFen: 0, noPromotion: false, shelfCellId: 'shelf_01' };
const product: Product = {
  _id: 'p_a',
  name: '番茄',
  meta: '',
  picture: 'tomato',
  tint: 'sage',
  categoryId: 'veg',
  skus: [sku],
  description: '',
  details: [],
  deliveryNote: '',
  returnNote: '',
  keywords: [],
  onSale: true,
  soldCount: 0,
  fromFen: 100,
};
const codes = (products: readonly Product[], categories: readonly Category[] = [category]) =>
  problemsOfCatalog(categories, products).map(({ code }) => code);

describe('tobacco is never sold over the internet', () => {
  test.each(['香烟', '软中华卷烟', '一次性电子烟', '雪茄礼盒', '进口烟丝'])('%s is refused', (name) => {
    expect(isTobacco({ ...product, name })).toBe(true);
    expect(codes([{ ...product, name }])).toEqual(['TOBACCO']);
  });

  test.each(['烟熏三文鱼', '抽油烟机清洁剂', '烟台苹果', '烟薯'])('%s is none', (name) => {
    expect(isTobacco({ ...product, name })).toBe(false);
  });

  test.each([
    ['cat1', '烟酒', true],
    ['tobacco', '其他', true],
    ['vape', '雾化', true],
    ['fish', '烟熏食品', false],
  ])('category %s %s: %s', (_id, name, refused) => {
    expect(isTobaccoCategory({ _id, name })).toBe(refused);
  });
});

test.each<[string, Partial<Product>, string[]]>([
  ['nothing wrong', {}, []],
  ['no name', { name: ' ' }, ['NAME']],
  ['no SKU', { skus: [] }, ['NO_SKU']],
  ['a category that is not there', { categoryId: 'meat' }, ['CATEGORY_UNKNOWN']],
  ['price 0', { skus: [{ ...sku, listFen: 0 }] }, ['PRICE']],
  ['price 1 fen', { skus: [{ ...sku, listFen: 1 }] }, []],
  ['price of half a fen', { skus: [{ ...sku, listFen: 1.5 }] }, ['PRICE']],
  ['price above ¥100,000', { skus: [{ ...sku, listFen: 10_000_001 }] }, ['PRICE']],
  ['floor above the price', { skus: [{ ...sku, floorFen: 101 }] }, ['FLOOR_ABOVE_PRICE']],
  ['the same SKU twice', { skus: [sku, sku] }, ['SKU_TWICE']],
])('%s', (_case, change, expected) => {
  expect(codes([{ ...product, ...change }])).toEqual(expected);
});
