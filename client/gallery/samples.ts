import type { ProductFace } from '@/components/ProductCard';
import type { SlipRow } from '@/components/Slip';
import type { TierCardProps } from '@/components/TierCard';
import type { TimelineItem } from '@/components/Timeline';
import type { WheelCell } from '@/components/Wheel';

export const milk: ProductFace = {
  productId: 'milk',
  skuId: 'milk',
  name: '鲜牛奶 950ml',
  meta: '今天到店，保质 7 天',
  picture: 'milk',
  tint: 'sky',
  priceFen: 1_000,
  wasFen: 1_250,
  tags: [
    { tone: 'now', text: '早市 8 折' },
    { tone: 'save', text: '满 100 减 12' },
    { tone: 'gift', text: '第三个放不下' },
  ],
  soldOut: false,
  manySkus: false,
};

export const tangerine: ProductFace = {
  ...milk,
  productId: 'tangerine',
  skuId: 'tangerine',
  name: '沙糖桔 1.5kg 广西现摘现发的那一种',
  meta: '明早 8 点补货',
  picture: 'tangerine',
  tint: 'peach',
  priceFen: 1_680,
  wasFen: undefined,
  tags: [{ tone: 'plain', text: '卖完了' }],
  soldOut: true,
};

/** The worked example of the rules. */
export const slip: SlipRow[] = [
  { key: 'goods', what: '商品原价，共 5 件', amountFen: 11_730 },
  { key: 'window', what: '早市 8 折', why: '鲜牛奶 3 盒', amountFen: -750 },
  { key: 'tiers', what: '满 100 减 12', amountFen: -1_200 },
  { key: 'first', what: '第一单立减', amountFen: -500 },
  { key: 'coupon', what: '满 60 减 8 券', amountFen: -800 },
  { key: 'points', what: '500 积分', amountFen: -500 },
  { key: 'freight', what: '运费', why: '满 69 免运费', amountFen: 0, waivedFen: 500 },
];

export const timeline: TimelineItem[] = [
  { key: 'd', title: '送到门口', note: '配送员 阿强', time: '15:18', phase: 'now' },
  { key: 'o', title: '出发了', time: '14:52', phase: 'done' },
  { key: 'p', title: '付款成功', time: '10:25', phase: 'done' },
];

export const tier: TierCardProps = {
  tier: 'gold',
  sentence: '再买 ¥1,713.60 或再收 19 单，升钻石卡',
  share: 0.657,
  have: '近一年 ¥3,286.40，31 单',
  need: '钻石 ¥5,000 或 50 单',
  rights: [
    { icon: 'truck', text: '运费 8 折' },
    { icon: 'coins', text: '积分 1.2 倍' },
  ],
};

export const wheelCells: WheelCell[] = [
  { id: 'rice', label: '大米 5kg', picture: 'rice' },
  { id: 'p5', label: '积分', number: '5' },
  { id: 'milk', label: '鲜牛奶', picture: 'milk' },
  { id: 'p20', label: '积分', number: '20' },
  { id: 'c8', label: '满 60 减', number: '¥8' },
  { id: 'p88', label: '积分', number: '88' },
  { id: 'egg', label: '鲜鸡蛋', picture: 'egg' },
  { id: 'f5', label: '免运费', number: '¥5' },
];
