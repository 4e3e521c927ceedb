import type { Category, NewProduct } from '../../../cloudfunctions/rooms/catalog';
import { DAIRY, MEAT } from './goods/fresh';
import { FRUIT, VEG } from './goods/garden';
import { CARE, HOME } from './goods/household';
import { GRAIN, SNACK } from './goods/larder';

export const CATEGORIES: readonly Category[] = [
  { _id: 'veg', name: '新鲜蔬菜', picture: 'greens', tint: 'sage', order: 1 },
  { _id: 'fruit', name: '时令水果', picture: 'strawberry', tint: 'peach', order: 2 },
  { _id: 'meat', name: '肉蛋水产', picture: 'egg', tint: 'honey', order: 3 },
  { _id: 'dairy', name: '牛奶面包', picture: 'milk', tint: 'sky', order: 4 },
  { _id: 'grain', name: '米面粮油', picture: 'rice', tint: 'rose', order: 5 },
  { _id: 'snack', name: '零食茶饮', picture: 'cookie', tint: 'oat', order: 6 },
  { _id: 'care', name: '洗护纸品', picture: 'tissue', tint: 'sky', order: 7 },
  { _id: 'home', name: '厨房家用', picture: 'pot', tint: 'oat', order: 8 },
];

/** Forty products. Names of pictures are those in assets/pictures. */
export const PRODUCTS: readonly NewProduct[] = [
  ...VEG,
  ...FRUIT,
  ...MEAT,
  ...DAIRY,
  ...GRAIN,
  ...SNACK,
  ...CARE,
  ...HOME,
];

/** What the morning market takes 20 % off. */
export const MORNING_SKUS = ['milk_950', 'egg_15', 'greens_300', 'tomato_500', 'broccoli_1', 'carrot_400'] as const;
