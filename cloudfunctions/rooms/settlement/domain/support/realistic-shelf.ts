import type { CartLine } from '../input';
import { pick, seeded } from './seeded';

export const CATEGORIES = ['grain', 'dairy', 'fruit', 'vegetable', 'meat', 'drinks', 'care', 'home'] as const;

export type Good = Pick<CartLine, 'skuId' | 'categoryId' | 'listUnitFen'>;

/** 211 goods (a prime, so that any stride goes round all of them) from ¥2.90 to ¥129.90, priced as shops price. */
export const SHELF: readonly Good[] = Array.from({ length: 211 }, (_, i) => {
  const random = seeded(i + 1);
  const yuan = random(10) === 0 ? 40 + random(90) : 2 + random(38);
  const categoryId = CATEGORIES[i % CATEGORIES.length] ?? 'grain';
  return {
    skuId: `sku_${String(i).padStart(3, '0')}`,
    categoryId,
    listUnitFen: yuan * 100 + pick(random, [90, 80, 50]),
  };
});

/** Goods that a maker lets no shop sell below half: one in twenty. No shop gives these away for a coupon. */
export const hasFloor = (skuId: string): boolean => Number(skuId.slice(-3)) % 20 === 0;
