import { products } from './line';

export const CARE = products('care', 'sky', false, [
  {
    id: 'tissue_10',
    name: '原木卷纸',
    spec: '10 卷',
    listFen: 2990,
    meta: '四层，一提 10 卷',
    text: '原生木浆，四层加厚，遇水不烂。',
    words: ['卷纸', '纸巾', '卫生纸'],
    keeps: '干燥处',
  },
  {
    id: 'lotion_500',
    name: '樱花沐浴露',
    spec: '500ml',
    listFen: 2690,
    meta: '好冲，不假滑',
    tint: 'rose',
    text: '氨基酸配方，香味淡，一家人都能用。',
    words: ['沐浴露', '洗澡'],
  },
  {
    id: 'soap_3',
    name: '橄榄香皂',
    spec: '3 块',
    listFen: 1290,
    meta: '洗手洗澡都行',
    tint: 'sage',
    text: '冷制皂，泡沫细，洗后不干。',
    words: ['肥皂', '香皂'],
  },
  {
    id: 'toothbrush_2',
    name: '软毛牙刷',
    spec: '2 支',
    listFen: 990,
    meta: '小头，万根细毛',
    text: '小刷头，细软毛，牙龈敏感也能用。',
    words: ['牙刷'],
  },
]);

export const HOME = products('home', 'oat', false, [
  {
    id: 'pot_22',
    name: '不粘汤锅',
    spec: '22cm',
    listFen: 8900,
    meta: '燃气、电磁炉都行',
    text: '一锅煮面炖汤，不挑灶，盖子能立起来。',
    words: ['锅', '汤锅'],
    stock: 80,
  },
  {
    id: 'gift_100',
    name: '邻礼礼品卡',
    spec: '100 元',
    listFen: 10000,
    meta: '送邻居、送长辈',
    tint: 'rose',
    text: '店里买什么都能用，一年有效。礼品卡不参加优惠，也不积分。',
    words: ['礼品卡', '购物卡'],
    stock: 200,
    noPromotion: true,
  },
]);
